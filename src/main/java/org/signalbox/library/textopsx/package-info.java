// SPDX-License-Identifier: Apache-2.0
/**
 * Kamailio's {@code textopsx}: applies changes at once, works upon single values of headers, walks
 * over headers and lines of the body. Open {@link org.signalbox.library.textopsx.TextopsxModule}
 * first; modules.md §9 and lumps.md §2 say what each function does.
 */
@NullMarked
package org.signalbox.library.textopsx;

import org.jspecify.annotations.NullMarked;

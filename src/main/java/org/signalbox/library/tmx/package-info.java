// SPDX-License-Identifier: Apache-2.0
/**
 * The module {@code tmx}: more about transactions (modules.md §3).
 *
 * <p>Open {@link org.signalbox.library.tmx.TmxModule} first.
 */
@NullMarked
package org.signalbox.library.tmx;

import org.jspecify.annotations.NullMarked;

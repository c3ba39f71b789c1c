// SPDX-License-Identifier: Apache-2.0
/**
 * The module {@code tm}: transactions for scripts (modules.md §2).
 *
 * <p>Open {@link org.signalbox.library.tm.TmModule} first. The transactions themselves live in
 * {@code transaction}; here is what files may say about them.
 */
@NullMarked
package org.signalbox.library.tm;

import org.jspecify.annotations.NullMarked;

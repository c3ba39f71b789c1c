// SPDX-License-Identifier: Apache-2.0
/**
 * The module {@code htable}: tables of named values that all messages share (modules.md §15,
 * variables.md §11).
 *
 * <p>Open {@link org.signalbox.library.htable.HtableModule} first, then {@code Table}. Knows no
 * database and no other server yet.
 */
@NullMarked
package org.signalbox.library.htable;

import org.jspecify.annotations.NullMarked;

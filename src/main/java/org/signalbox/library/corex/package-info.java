// SPDX-License-Identifier: Apache-2.0
/**
 * The module {@code corex}: what scripts decide about branches, sockets, raw sending and flags
 * (modules.md §13).
 *
 * <p>Open {@link org.signalbox.library.corex.CorexModule} first: its table names every function.
 */
@NullMarked
package org.signalbox.library.corex;

import org.jspecify.annotations.NullMarked;

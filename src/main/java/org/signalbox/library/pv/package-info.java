// SPDX-License-Identifier: Apache-2.0
/**
 * The module {@code pv}: pseudo-variables, transformations and the functions about them
 * (variables.md, modules.md §10).
 *
 * <p>Open {@link org.signalbox.library.pv.PvModule} first; it lists the tables, a concern each.
 * What needs only the message stands in {@code script.variable}; here is what needs the state of
 * routing and of the server.
 */
@NullMarked
package org.signalbox.library.pv;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * The compiled script: small final nodes, one operation each, run against a frame per message
 * (script.md §6, §7).
 *
 * <p>Open {@link org.signalbox.script.run.Script} first, then {@link
 * org.signalbox.script.run.Frame}. Nodes are immutable and shared by all threads; everything that
 * changes is in the frame. Knows no names: {@code plan} has resolved them.
 */
@NullMarked
package org.signalbox.script.run;

import org.jspecify.annotations.NullMarked;

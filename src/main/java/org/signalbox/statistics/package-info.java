// SPDX-License-Identifier: Apache-2.0
/**
 * Named counters and gauges in groups (statistics.md §1; guide, chapter 13).
 *
 * <p>Open {@link org.signalbox.statistics.Statistics} first. Counting is what every room does on
 * its way; how the numbers are shown (RPC, script, metrics) is not known here.
 */
@NullMarked
package org.signalbox.statistics;

import org.jspecify.annotations.NullMarked;

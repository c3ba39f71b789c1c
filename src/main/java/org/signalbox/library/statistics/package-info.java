// SPDX-License-Identifier: Apache-2.0
/**
 * The module {@code statistics}: numbers that a script counts (statistics.md §2.1).
 *
 * <p>Open {@link org.signalbox.library.statistics.StatisticsModule} first. The numbers themselves
 * are in {@link org.signalbox.statistics}.
 */
@NullMarked
package org.signalbox.library.statistics;

import org.jspecify.annotations.NullMarked;

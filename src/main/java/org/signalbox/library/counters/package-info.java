// SPDX-License-Identifier: Apache-2.0
/**
 * The module {@code counters}: counters of a script in groups of its choice (statistics.md §2.3),
 * and commands that show every statistic (§4).
 *
 * <p>Open {@link org.signalbox.library.counters.CountersModule} first.
 */
@NullMarked
package org.signalbox.library.counters;

import org.jspecify.annotations.NullMarked;

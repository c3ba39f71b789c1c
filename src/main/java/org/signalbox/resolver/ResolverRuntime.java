// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.util.concurrent.Executor;
import org.signalbox.statistics.Statistics;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;

/**
 * What the resolver is given to live on.
 *
 * @param time the clocks
 * @param wheel ends questions that nobody answers
 * @param executor runs the callbacks; should accept as many tasks as questions may wait, since what
 *     it refuses runs where it was found out
 * @param statistics gets the group {@code dns}
 */
public record ResolverRuntime(
    TimeSource time, TimerWheel wheel, Executor executor, Statistics statistics) {}

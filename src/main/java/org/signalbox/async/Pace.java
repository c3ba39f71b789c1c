// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.signalbox.worker.WorkerGroup;

/**
 * In what pauses are counted, and who goes on behind them (async.md §3).
 *
 * @param unit of the numbers that scripts give
 * @param longest pause in that unit
 * @param workers that go on; null when there are none
 * @param without why pauses are impossible then
 */
record Pace(ChronoUnit unit, long longest, @Nullable WorkerGroup workers, String without) {

  /** A pause; null when scripts may not make such a one. */
  @Nullable Duration pause(long number) {
    return number < 1 || number > longest ? null : Duration.of(number, unit);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;

/**
 * What a file says about the module (async.md §2).
 *
 * @param workers threads that go on after seconds; 0 for none, and then nobody can wait
 * @param milliseconds whether requests may wait for milliseconds
 * @param result what suspending functions return
 * @param transactions whether requests can be suspended at all
 * @param maxSeconds longest pause in seconds
 * @param maxMilliseconds longest pause in milliseconds
 * @param maxWaiting most requests that wait at a time
 */
record AsyncSettings(
    int workers,
    boolean milliseconds,
    int result,
    boolean transactions,
    long maxSeconds,
    long maxMilliseconds,
    int maxWaiting) {
  private static final long MOST_WORKERS = 1000;
  private static final long DAY = 86_400;

  static final Parameter<Long> WORKERS = Parameter.integer("workers", 1);
  static final Parameter<Long> MS_TIMER = Parameter.integer("ms_timer", 0);
  static final Parameter<Long> RETURN = Parameter.integer("return", 0);
  static final Parameter<Long> MODE = Parameter.integer("mode", 0);

  /** Ours: Kamailio's documented limits, which it does not let change. */
  static final Parameter<Long> MAX_SECONDS =
      Parameter.integer("max_seconds", 100, value -> within(value, 1, DAY));

  static final Parameter<Long> MAX_MS =
      Parameter.integer("max_ms", 30_000, value -> within(value, 1, DAY * 1000));

  /** Ours: a bound on memory, some kilobytes for each. */
  static final Parameter<Long> MAX_WAITING =
      Parameter.integer("max_waiting", 1_000_000, value -> within(value, 1, 100_000_000));

  static Parameter<?>[] all() {
    return List.of(WORKERS, MS_TIMER, RETURN, MODE, MAX_SECONDS, MAX_MS, MAX_WAITING)
        .toArray(Parameter<?>[]::new);
  }

  static AsyncSettings of(ParameterValues given) {
    return new AsyncSettings(
        (int) Math.max(0, Math.min(MOST_WORKERS, given.value(WORKERS))),
        given.value(MS_TIMER) > 0,
        given.value(RETURN).intValue(),
        given.value(MODE) == 0,
        given.value(MAX_SECONDS),
        given.value(MAX_MS),
        given.value(MAX_WAITING).intValue());
  }

  private static @Nullable String within(long value, long least, long most) {
    return value >= least && value <= most ? null : "it must be from " + least + " to " + most;
  }
}

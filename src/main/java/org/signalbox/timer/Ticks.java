// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

import java.time.Duration;

/**
 * The clock of the script world: ticks of 1/16 s since the start, and seconds derived from them.
 */
public final class Ticks {
  /** Ticks in a second. */
  public static final int PER_SECOND = 16;

  private static final long NANOS = 1_000_000_000L / PER_SECOND;

  private final TimeSource time;
  private final long origin;

  /** Starts at 0 now. */
  public Ticks(TimeSource time) {
    this.time = time;
    this.origin = time.nanos();
  }

  /** Whole seconds since the start, Kamailio's {@code get_ticks}. */
  public long seconds() {
    return raw() / PER_SECOND;
  }

  /** Ticks since the start, Kamailio's {@code get_ticks_raw}; 64 bits, so that it never wraps. */
  public long raw() {
    return (time.nanos() - origin) / NANOS;
  }

  /** The ticks that last at least so long. */
  public static long of(Duration duration) {
    return -Math.floorDiv(-duration.toNanos(), NANOS);
  }

  /** The ticks that last at least so many milliseconds. */
  public static long ofMillis(long millis) {
    return of(Duration.ofMillis(millis));
  }

  /** How long so many ticks last. */
  public static Duration toDuration(long ticks) {
    return Duration.ofNanos(Math.multiplyExact(ticks, NANOS));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

import java.time.Duration;

/**
 * How often a periodic timer has its turn.
 *
 * @param interval at least 1 ms; shorter than a tick of the wheel, it becomes a tick
 * @param pace from where the interval counts
 */
public record Period(Duration interval, Pace pace) {
  public Period {
    if (interval.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("an interval of " + interval + " is too short");
    }
  }

  /** A steady period. */
  public static Period every(Duration interval) {
    return new Period(interval, Pace.STEADY);
  }

  long nanos() {
    return interval.toNanos();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When pings deviate from their interval. Immutable.
 *
 * @param jitter a ping is late by up to this part of its interval, in percent, 0 to 50
 * @param doubt interval while results contradict the state or there is none yet; zero: no other
 * @param down interval of what stays down; zero: no other
 */
public record Pace(int jitter, Duration doubt, Duration down) {

  /** They never do. */
  public static final Pace EVEN = new Pace(0, Duration.ZERO, Duration.ZERO);

  /** Whether the interval depends on the state of health. */
  boolean varies() {
    return !doubt.isZero() || !down.isZero();
  }

  /** The interval that a state of health asks for. */
  Duration interval(Duration usual, Health health) {
    if (usual.isZero()) {
      return usual;
    }
    if (!doubt.isZero() && health.inDoubt()) {
      return doubt;
    }
    return !down.isZero() && health.state() == DestinationState.DOWN ? down : usual;
  }

  /** By how much the next ping is late; all in nanoseconds. */
  long lateness(long interval) {
    return jitter == 0 ? 0 : ThreadLocalRandom.current().nextLong(interval / 100 * jitter + 1);
  }
}

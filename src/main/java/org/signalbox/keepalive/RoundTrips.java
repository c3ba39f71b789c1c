// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import java.util.Arrays;

/** The latest round-trip times of one destination. Guarded by the destination. */
final class RoundTrips {
  static final int MOST = 64;
  private static final int FIRST = 8;

  private int[] micros = new int[FIRST];
  private int count;
  private int next;

  void add(Duration roundTrip) {
    if (next == micros.length && micros.length < MOST) {
      micros = Arrays.copyOf(micros, 2 * micros.length);
    }
    next %= micros.length;
    micros[next++] = (int) Math.min(Integer.MAX_VALUE, roundTrip.toNanos() / 1000);
    count = Math.min(count + 1, micros.length);
  }

  /** In microseconds, oldest first. */
  int[] toArray() {
    int[] ordered = new int[count];
    int oldest = count < micros.length ? 0 : next % micros.length;
    for (int i = 0; i < count; i++) {
      ordered[i] = micros[(oldest + i) % micros.length];
    }
    return ordered;
  }
}

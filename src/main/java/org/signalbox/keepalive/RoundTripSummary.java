// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.Arrays;
import java.util.Optional;

/**
 * The latest round trips of a destination at a glance; all in microseconds.
 *
 * @param count how many there were, 1 to 64
 * @param least the shortest
 * @param median half of them were not longer
 * @param p95 95 of 100 were not longer
 * @param p99 99 of 100 were not longer
 * @param most the longest
 */
public record RoundTripSummary(int count, int least, int median, int p95, int p99, int most) {

  /** Of round trips in any order; empty for none. */
  public static Optional<RoundTripSummary> of(int[] roundTrips) {
    if (roundTrips.length == 0) {
      return Optional.empty();
    }
    int[] sorted = roundTrips.clone();
    Arrays.sort(sorted);
    return Optional.of(
        new RoundTripSummary(
            sorted.length,
            sorted[0],
            rank(sorted, 50),
            rank(sorted, 95),
            rank(sorted, 99),
            sorted[sorted.length - 1]));
  }

  /** The nearest rank: a value that was measured, none in between. */
  private static int rank(int[] sorted, int percent) {
    return sorted[(sorted.length * percent + 99) / 100 - 1];
  }
}

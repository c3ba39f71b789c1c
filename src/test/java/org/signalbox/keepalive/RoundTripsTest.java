// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 20, 63, 64, 65, 128, 200})
  void theLatestSixtyFourOldestFirst(int count) {
    RoundTrips roundTrips = new RoundTrips();
    for (int i = 1; i <= count; i++) {
      roundTrips.add(Duration.ofNanos(i * 1000L));
    }
    assertThat(roundTrips.toArray())
        .isEqualTo(IntStream.rangeClosed(Math.max(1, count - 63), count).toArray());
  }

  @Test
  void theSummaryNamesValuesThatWereMeasured() {
    assertThat(RoundTripSummary.of(new int[0])).isEmpty();
    assertThat(RoundTripSummary.of(new int[] {7})).contains(new RoundTripSummary(1, 7, 7, 7, 7, 7));
    assertThat(RoundTripSummary.of(new int[] {30, 10, 20, 40}))
        .contains(new RoundTripSummary(4, 10, 20, 40, 40, 40));
    assertThat(RoundTripSummary.of(IntStream.rangeClosed(1, 64).toArray()))
        .contains(new RoundTripSummary(64, 1, 32, 61, 64, 64));
  }
}

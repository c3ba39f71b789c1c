// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalbox.keepalive.DestinationState;
import org.signalbox.keepalive.DestinationStatus;
import org.signalbox.keepalive.Health;
import org.signalbox.keepalive.PingOutcome;
import org.signalbox.keepalive.PingResult;
import org.signalbox.keepalive.RoundTripSummary;
import org.signalbox.keepalive.StateChange;
import org.signalbox.keepalive.TargetStatus;
import org.signalbox.testkit.FakeKeepalive;

class DestinationDetailJsonTest {
  private static final PingOutcome ANSWER =
      new PingOutcome.Answered(200, "OK", Duration.ofMillis(3), Watched.LOCAL);

  private final FakeKeepalive keepalive = new FakeKeepalive();

  @Test
  void eachAddressHasItsStateItsReasonAndItsPast() {
    DestinationStatus destination = Watched.pinged(1, DestinationState.UP, ANSWER);
    PingResult last = new PingResult(3, Watched.NOON, ANSWER);
    keepalive.withTargets(
        1,
        new TargetStatus(
            "udp:192.0.2.1:5060",
            new Health(DestinationState.UP, Watched.NOON, 0, 1, Watched.NOON, null, last, false),
            RoundTripSummary.of(new int[] {3000}).orElseThrow(),
            List.of(
                new StateChange(
                    Watched.NOON, DestinationState.DOWN, DestinationState.UP, 200, "200 OK"))));
    JsonObject json = DestinationDetailJson.of(destination, keepalive);
    assertThat(json.getJsonArray("targets"))
        .hasToString(
            "[{\"address\":\"udp:192.0.2.1:5060\",\"state\":\"up\","
                + "\"since\":\"2026-01-02T12:00:00Z\",\"code\":200,\"reason\":\"200 OK\","
                + "\"lastUp\":\"2026-01-02T12:00:00Z\",\"lastDown\":null,"
                + "\"roundTripMillis\":3.0,\"failures\":0,"
                + "\"roundTrips\":{\"count\":1,\"leastMillis\":3.0,\"medianMillis\":3.0,"
                + "\"p95Millis\":3.0,\"p99Millis\":3.0,\"mostMillis\":3.0},"
                + "\"history\":[{\"at\":\"2026-01-02T12:00:00Z\",\"previous\":\"down\","
                + "\"state\":\"up\",\"code\":200,\"reason\":\"200 OK\"}]}]");
  }

  @Test
  void whereAddressesAreNotAskedApartThereAreNone() {
    DestinationStatus destination = Watched.pinged(1, DestinationState.UP, ANSWER);
    assertThat(DestinationDetailJson.of(destination, keepalive).getJsonArray("targets")).isEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.signalbox.keepalive.DestinationState;
import org.signalbox.keepalive.DestinationStatus;
import org.signalbox.keepalive.PingOutcome;
import org.signalbox.keepalive.StateCounts;

class DestinationJsonTest {
  private static final int[] NONE = {};

  @Test
  void oneThatWasNeverPingedSaysSo() {
    assertThat(json(Watched.fresh(7, "sip:a", "ops"), NONE))
        .hasToString(
            "{\"id\":7,\"uri\":\"sip:a\",\"owner\":\"ops\",\"origin\":\"runtime\","
                + "\"state\":\"unknown\",\"since\":\"2026-01-02T12:00:00Z\",\"code\":null,"
                + "\"reason\":\"not pinged yet\",\"lastPing\":null,\"lastUp\":null,"
                + "\"lastDown\":null,\"roundTripMillis\":null,\"roundTripsMillis\":[],"
                + "\"pings\":0,\"failures\":0,\"stopped\":false,\"intervalSeconds\":2.5,"
                + "\"group\":\"\",\"maintenance\":false,\"pause\":null,\"source\":null}");
  }

  @Test
  void anAnswerHasItsCodeItsRoundTripAndWhereItLeftFrom() {
    PingOutcome answer =
        new PingOutcome.Answered(200, "OK", Duration.ofNanos(1_234_567), Watched.LOCAL);
    JsonObject json = json(Watched.pinged(1, DestinationState.UP, answer), 2000, 1234);

    assertThat(json.getInt("code")).isEqualTo(200);
    assertThat(json.getString("reason")).isEqualTo("200 OK");
    assertThat(json.getJsonNumber("roundTripMillis").doubleValue()).isEqualTo(1.234);
    assertThat(json.getJsonArray("roundTripsMillis").getValuesAs(JsonNumber::doubleValue))
        .containsExactly(2.0, 1.234);
    assertThat(json.getString("source")).isEqualTo("127.0.0.1:5060");
    assertThat(json.getString("lastUp")).isEqualTo("2026-01-02T12:00:00Z");
    assertThat(json.isNull("lastDown")).isTrue();
  }

  @Test
  void silenceIs408WithoutARoundTrip() {
    PingOutcome silence = new PingOutcome.NoAnswer(new InetSocketAddress("::1", 5062));
    JsonObject json = json(Watched.pinged(1, DestinationState.DOWN, silence), 2000);

    assertThat(json.getInt("code")).isEqualTo(408);
    assertThat(json.getString("reason")).isEqualTo("no answer");
    assertThat(json.isNull("roundTripMillis")).isTrue();
    assertThat(json.getInt("failures")).isEqualTo(3);
    assertThat(json.getString("source")).isEqualTo("[::1]:5062");
  }

  @Test
  void aPingThatNeverLeftHasNeitherCodeNorSource() {
    PingOutcome unsent =
        new PingOutcome.Unsendable(PingOutcome.Cause.CANNOT_RESOLVE, "no such name", null);
    JsonObject json = json(Watched.pinged(1, DestinationState.DOWN, unsent), NONE);

    assertThat(json.isNull("code")).isTrue();
    assertThat(json.isNull("source")).isTrue();
    assertThat(json.getString("reason")).isEqualTo("cannot resolve: no such name");
  }

  @Test
  void countsAreNamedByState() {
    assertThat(DestinationJson.of(new StateCounts(1, 2, 3)).build())
        .hasToString("{\"up\":2,\"down\":3,\"unknown\":1}");
  }

  private static JsonObject json(DestinationStatus destination, int... roundTrips) {
    return DestinationJson.of(destination, roundTrips).build();
  }
}

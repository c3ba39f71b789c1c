// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.testkit.FakeConnections;
import org.signalbox.testkit.ManualTime;
import org.signalbox.transport.Connection;

/** Pages of the list of connections. */
class ConnectionQueryTest {
  private final ManualTime time = new ManualTime();
  private final FakeConnections connections = new FakeConnections(time.wheel(), time, line -> {});
  private final ListeningPoint point =
      new ListeningPoint(
          0,
          TransportProtocol.TCP,
          new InetSocketAddress("127.0.0.1", 5060),
          null,
          "127.0.0.1",
          5060);

  @BeforeEach
  void openFive() {
    for (int i = 1; i <= 5; i++) {
      connections.open(point, new InetSocketAddress("127.0.0." + i, 4000 + i), i == 5);
    }
  }

  @Test
  void pagesFollowOneAnotherFromTheOldest() {
    JsonObject first = page(null, null, 0, 2);
    assertThat(ids(first)).containsExactly(1, 2);
    assertThat(first.getInt("total")).isEqualTo(5);
    assertThat(first.getInt("matching")).isEqualTo(5);
    assertThat(first.getInt("next")).isEqualTo(2);

    connections.close(3);
    assertThat(ids(page(null, null, 2, 1))).containsExactly(4);
    JsonObject last = page(null, null, 4, 2);
    assertThat(ids(last)).containsExactly(5);
    assertThat(last.isNull("next")).isTrue();
  }

  @Test
  void aListIsNarrowedByStateAndByWords() {
    assertThat(ids(page("connect", null, 0, 100))).containsExactly(5);
    assertThat(ids(page("accept", "4003", 0, 100))).containsExactly(3);
    assertThat(ids(page("", "TCP:127.0.0.2:", 0, 100))).containsExactly(2);
    assertThat(page("ok", null, 0, 100).getInt("matching")).isZero();
  }

  @Test
  void aConnectionSaysWhatThereIsToSay() {
    Connection connection = connections.byId(1).orElseThrow();
    connection.lifetime(Optional.of(Duration.ofMillis(2500)));
    JsonObject json = ConnectionJson.of(connection).build();

    assertThat(json.getString("protocol")).isEqualTo("tcp");
    assertThat(json.getString("state")).isEqualTo("accept");
    assertThat(json.getString("peer")).isEqualTo("127.0.0.1:4001");
    assertThat(json.getString("local")).isEqualTo("127.0.0.1:5060");
    assertThat(json.isNull("proxy")).isTrue();
    assertThat(json.getJsonNumber("lifetimeSeconds").doubleValue()).isEqualTo(2.5);
    connection.lifetime(Optional.empty());
    assertThat(ConnectionJson.of(connection).build().isNull("lifetimeSeconds")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"closed", "x"})
  void aStateThatDoesNotExistIsRefused(String state) {
    assertThatThrownBy(() -> ConnectionQuery.of(state, null, new PageBounds(0, 1)))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.field()).isEqualTo("state"));
  }

  private JsonObject page(String state, String search, long after, int limit) {
    return ConnectionQuery.of(state, search, new PageBounds(after, limit)).page(connections);
  }

  private static List<Integer> ids(JsonObject page) {
    return page.getJsonArray("connections").getValuesAs(JsonObject.class).stream()
        .map(connection -> connection.getInt("id"))
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalbox.server.ServerFacts;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.TransportProtocol;

class ServerJsonTest {

  @Test
  void saysWhatRunsWhereAndWhoAsks() {
    ListeningPoint unnamed = listener(TransportProtocol.UDP, null);
    ListeningPoint named = listener(TransportProtocol.TCP, "trunk");
    ServerFacts facts = new ServerFacts("1.2", "a.cfg", Instant.EPOCH, List.of(unnamed, named));

    assertThat(ServerJson.of(facts, "ann", true).build())
        .hasToString(
            "{\"name\":\"Signalbox\",\"version\":\"1.2\",\"configuration\":\"a.cfg\","
                + "\"startedAt\":\"1970-01-01T00:00:00Z\",\"listeners\":["
                + "{\"protocol\":\"udp\",\"host\":\"127.0.0.1\",\"port\":5060,\"name\":null},"
                + "{\"protocol\":\"tcp\",\"host\":\"127.0.0.1\",\"port\":5060,\"name\":\"trunk\"}],"
                + "\"user\":{\"name\":\"ann\",\"admin\":true}}");
  }

  private static ListeningPoint listener(TransportProtocol protocol, String name) {
    InetSocketAddress address = new InetSocketAddress("127.0.0.1", 5060);
    return new ListeningPoint(0, protocol, address, name, "127.0.0.1", 5060);
  }
}

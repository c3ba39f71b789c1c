// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.signalbox.async.Waiting;

class WaitingJsonTest {
  @Test
  void aWaitingRequestSaysWhoItIsAndWhenItGoesOn() {
    Waiting waiting =
        new Waiting(
            7,
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-01-01T00:00:05Z"),
            "RESUME",
            "default",
            "MESSAGE",
            "call-1@example.com",
            new InetSocketAddress("::1", 5060));
    assertThat(WaitingJson.of(waiting).build())
        .hasToString(
            "{\"id\":7,\"method\":\"MESSAGE\",\"callId\":\"call-1@example.com\","
                + "\"source\":\"[0:0:0:0:0:0:0:1]:5060\",\"route\":\"RESUME\","
                + "\"group\":\"default\",\"since\":\"2026-01-01T00:00:00Z\","
                + "\"until\":\"2026-01-01T00:00:05Z\"}");
  }

  @Test
  void withoutTheModuleNobodyWaits() {
    assertThat(WaitingJson.none().build())
        .hasToString("{\"total\":0,\"most\":0,\"groups\":[],\"waiting\":[]}");
  }
}

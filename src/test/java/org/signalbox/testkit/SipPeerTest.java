// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SipPeerTest {

  static Stream<Supplier<SipPeer>> kinds() {
    return Stream.of(
        SipPeer::udp, SipPeer::tcp, () -> SipPeer.udp("::1", 0), () -> SipPeer.tcp("::1", 0));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void twoPeersTalkAsScripted(Supplier<SipPeer> kind) {
    try (SipPeer alice = kind.get();
        SipPeer bob = kind.get()) {
      bob.answering("INVITE", 100, 200);
      alice.send(SipText.request("INVITE", bob.uri()).body("v=0").toString(), bob.address());

      assertThat(alice.response().status()).isEqualTo(100);
      assertThat(alice.response().status()).isEqualTo(200);
      assertThat(bob.request("INVITE").body()).isEqualTo("v=0");
    }
  }

  @Test
  void readsFoldedAndCompactHeaders() {
    WireMessage message =
        new WireMessage(null, "OPTIONS sip:x SIP/2.0\r\nv: one\r\nVia: two,\r\n three\r\n\r\nbody");

    assertThat(message.headers("Via")).containsExactly("one", "two,\r\n three");
    assertThat(message.body()).isEqualTo("body");
    assertThat(message.method()).isEqualTo("OPTIONS");
  }
}

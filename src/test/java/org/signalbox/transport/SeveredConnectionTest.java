// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.testkit.Patience;
import org.signalbox.testkit.SipPeer;
import org.signalbox.testkit.SipStream;
import org.signalbox.testkit.SipText;

/** What becomes of messages for a connection that this server was told to close. */
class SeveredConnectionTest {
  private final OpenTransport transport = OpenTransport.tcp();

  @AfterEach
  void close() {
    transport.close();
  }

  /** Conformance 20: Kamailio connects to the client's port. */
  @Test
  void theAnswerIsLostAndNobodyConnectsToTheClient() {
    transport.open();
    SipStream stream = SipStream.to(transport.address());
    stream.write(SipText.options(transport.address()).toString());
    SipMessage request = transport.messages.take();

    assertThat(transport.connections().close(1)).isTrue();
    SendOutcome outcome =
        transport.send("SIP/2.0 200 OK\r\n\r\n", Destination.backTo(request.received()));

    assertThat(outcome).isInstanceOf(SendOutcome.Failed.class);
    assertThat(stream.awaitEnd()).isEmpty();
    assertThat(transport.connections().size()).isZero();
  }

  /** tcpops.md §4.5: closed after what was sent. */
  @Test
  void theAnswerThatWasSentBeforeGoesOut() {
    transport.handling(
        message -> {
          transport.answer(message);
          transport.connections().close(message.received().connectionId());
        });
    transport.open();
    for (int i = 0; i < 50; i++) {
      try (SipStream stream = SipStream.to(transport.address())) {
        stream.write(SipText.options(transport.address()).toString());
        assertThat(stream.read().status()).isEqualTo(200);
        assertThat(stream.awaitEnd()).isEmpty();
      }
    }
  }

  /** Conformance 21: a dead id is none. */
  @Test
  void aRequestThatWasToUseItGoesItsNormalWay() {
    transport.answering().open();
    try (SipPeer peer = SipPeer.tcp();
        SipStream stream = SipStream.to(transport.address())) {
      stream.write(SipText.options(transport.address()).toString()).read();
      transport.connections().close(1);

      var chosen = new Destination(TransportProtocol.TCP, peer.address(), null, 1);
      transport.send(SipText.options(peer.address()).callId("on").toString(), chosen);

      assertThat(peer.request("OPTIONS").header("Call-ID")).isEqualTo("on");
    }
  }

  /** tcpops.md §9, 14: in Kamailio whoever asks keeps it alive. */
  @Test
  void askingForAConnectionDoesNotProlongItsLife() {
    transport.with(TcpParameter.CONNECTION_LIFETIME, 15).answering().open();
    try (SipStream stream = SipStream.to(transport.address())) {
      stream.write(SipText.options(transport.address()).toString()).read();
      Connection asked = transport.connections().byId(1).orElseThrow();
      Patience.until("the answer is counted", () -> asked.messagesSent() == 1);
      for (int second = 0; second < 14; second++) {
        transport.time.advance(Duration.ofSeconds(1));
        assertThat(transport.connections().byPeer(stream.local())).isPresent();
        assertThat(transport.connections().byId(1)).isPresent();
      }
      assertThat(asked.remaining()).contains(Duration.ofSeconds(1));
      assertThat(transport.passTimeUntilClosed(1).reason()).isEqualTo(CloseReason.LIFETIME);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.signalbox.sip.SipMessage;
import org.signalbox.testkit.SipStream;
import org.signalbox.testkit.SipText;

/** Connections behind a load balancer ({@code tcp_accept_haproxy}, tcpops.md 22). */
class ProxiedConnectionTest {
  private static final String HEADER = "PROXY TCP4 192.0.2.1 198.51.100.1 56324 5060\r\n";
  private static final InetSocketAddress CLIENT = new InetSocketAddress("192.0.2.1", 56324);

  private final OpenTransport transport =
      OpenTransport.tcp().with(TcpParameter.ACCEPT_HAPROXY, 1).answering().open();

  @AfterEach
  void close() {
    transport.close();
    assertThat(transport.connections().size()).isZero();
    assertThat(transport.connections().byPeer(CLIENT)).isEmpty();
  }

  @Test
  void theClientIsTheSourceAndTheProxyTheOtherEnd() {
    SipStream stream = SipStream.to(transport.address());
    assertThat(stream.write(HEADER + options()).read().status()).isEqualTo(200);

    SipMessage request = transport.messages.take();
    assertThat(request.received().source()).isEqualTo(CLIENT);
    assertThat(request.received().local()).isEqualTo(transport.address());
    Connection connection = transport.connections().byPeer(CLIENT).orElseThrow();
    assertThat(connection.id()).isEqualTo(request.received().connectionId());
    assertThat(connection.peer()).isEqualTo(CLIENT);
    assertThat(connection.socketPeer()).isEqualTo(stream.local());
    assertThat(transport.connections().byPeer(stream.local())).isEmpty();
  }

  @Test
  void theHeaderMayComeInPieces() {
    SipStream stream = SipStream.to(transport.address());
    for (int i = 0; i < HEADER.length(); i++) {
      stream.write(HEADER.substring(i, i + 1));
    }
    assertThat(stream.write(options()).read().status()).isEqualTo(200);
    assertThat(transport.messages.take().received().source()).isEqualTo(CLIENT);
  }

  @Test
  void version2IsUnderstoodToo() {
    SipStream stream = SipStream.to(transport.address());
    String header = "0d0a0d0a000d0a515549540a" + "2111000c" + "c0000201c6336401dc0413c4";
    stream.write(HexFormat.of().parseHex(header));
    assertThat(stream.write(options()).read().status()).isEqualTo(200);
    assertThat(transport.messages.take().received().source()).isEqualTo(CLIENT);
  }

  @Test
  void aProxyThatNamesNobodyIsTheSource() {
    SipStream stream = SipStream.to(transport.address());
    stream.write("PROXY UNKNOWN\r\n" + options()).read();

    assertThat(transport.messages.take().received().source()).isEqualTo(stream.local());
    assertThat(transport.connections().byPeer(stream.local())).isPresent();
  }

  /** As in Kamailio, where proxies and clients may come to the same port. */
  @Test
  void whoDoesNotSpeakItIsTheSource() {
    SipStream stream = SipStream.to(transport.address());
    String request = options().replace("OPTIONS", "PUBLISH");
    stream.write(request.substring(0, 1));
    while (transport.connections().byPeer(stream.local()).isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(stream.write(request.substring(1)).read().status()).isEqualTo(200);
    assertThat(transport.messages.take().received().source()).isEqualTo(stream.local());
  }

  @Test
  void aWrongHeaderIsClosedUnheard() {
    SipStream stream = SipStream.to(transport.address());
    stream.write("PROXY TCP4 somebody\r\n" + options());

    assertThat(stream.awaitEnd()).isEmpty();
    assertThat(transport.closed.take().reason()).isEqualTo(CloseReason.CLOSED);
    assertThat(transport.messages.all()).isEmpty();
    assertThat(transport.problems.all()).isEmpty();
  }

  @Test
  void theHeaderAloneIsNoMessage() {
    SipStream silent = SipStream.to(transport.address());
    silent.write(HEADER);
    while (transport.connections().byPeer(CLIENT).isEmpty()) {
      Thread.onSpinWait();
    }

    assertThat(transport.passTimeUntilClosed(1).reason()).isEqualTo(CloseReason.TIMEOUT);
    assertThat(transport.closed.all().get(0).connection().peer()).isEqualTo(CLIENT);
  }

  private String options() {
    return SipText.options(transport.address()).toString();
  }
}

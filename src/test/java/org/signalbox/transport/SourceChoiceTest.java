// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.TransportProtocol;

/** From which listening point a message leaves when nobody says. */
class SourceChoiceTest {

  private final OpenTransport transport =
      new OpenTransport(
          listener(TransportProtocol.UDP, "127.0.0.1"),
          listener(TransportProtocol.UDP, "::1"),
          listener(TransportProtocol.UDP, "0.0.0.0"),
          listener(TransportProtocol.TCP, "127.0.0.1"));

  @BeforeEach
  void open() {
    transport.open();
  }

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void theFirstOfTheProtocolAndTheFamily() {
    assertThat(source(TransportProtocol.UDP, "127.0.0.9")).isEqualTo(transport.point(0));
    assertThat(source(TransportProtocol.UDP, "::1")).isEqualTo(transport.point(1));
    assertThat(source(TransportProtocol.TCP, "127.0.0.9")).isEqualTo(transport.point(3));
  }

  @Test
  void notALoopbackOneForAnotherMachineIfThereIsABetterOne() {
    assertThat(source(TransportProtocol.UDP, "192.0.2.1")).isEqualTo(transport.point(2));
    assertThat(source(TransportProtocol.TCP, "192.0.2.1")).isEqualTo(transport.point(3));
  }

  @Test
  void noneWhenNoneFits() {
    assertThat(source(TransportProtocol.TCP, "::1")).isNull();
    assertThat(source(TransportProtocol.TLS, "127.0.0.1")).isNull();
  }

  @Test
  void writesIpv6TheShortWay() {
    assertThat(transport.point(1).sentByHost()).isEqualTo("[::1]");
    assertThat(transport.point(2).sentByHost()).isNotEqualTo("0.0.0.0");
  }

  private ListeningPoint source(TransportProtocol protocol, String host) {
    return transport.transports().sourceFor(protocol, new InetSocketAddress(host, 5060));
  }

  private static ListenerSettings listener(TransportProtocol protocol, String host) {
    return ListenerSettings.of(protocol, new InetSocketAddress(host, 0));
  }
}

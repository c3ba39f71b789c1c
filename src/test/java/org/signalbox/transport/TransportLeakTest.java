// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.testkit.SipPeer;
import org.signalbox.testkit.SipStream;
import org.signalbox.testkit.SipText;

/** What the transport takes from the system it gives back. */
class TransportLeakTest {

  private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);

  @Test
  void everyDescriptorAndThreadIsBackAfterClosing() {
    openUseClose(); // loads classes and libraries
    int before = descriptors();
    for (int i = 0; i < 3; i++) {
      openUseClose();
    }
    assertThat(descriptors()).isLessThanOrEqualTo(before);
  }

  @Test
  void connectionsThatComeAndGoLeaveNothing() {
    try (OpenTransport transport = OpenTransport.tcp().answering().open()) {
      churn(transport, 50);
      int before = descriptors();
      churn(transport, 200);

      assertThat(descriptors()).isLessThanOrEqualTo(before);
      assertThat(transport.connections().size()).isZero();
      assertThat(transport.statistic("established")).isEqualTo(250);
    }
  }

  private static void churn(OpenTransport transport, int count) {
    int already = transport.closed.all().size();
    for (int i = 0; i < count; i++) {
      try (SipStream stream = SipStream.to(transport.address())) {
        stream.write(SipText.options(transport.address()).toString()).read();
      }
    }
    transport.closed.await(already + count);
  }

  private static void openUseClose() {
    OpenTransport transport =
        new OpenTransport(
                ListenerSettings.of(TransportProtocol.UDP, ANY_PORT),
                ListenerSettings.of(TransportProtocol.TCP, ANY_PORT))
            .answering()
            .open();
    try (transport;
        SipPeer udp = SipPeer.udp();
        SipStream tcp = SipStream.to(transport.point(1).address())) {
      String options = SipText.options(transport.address()).toString();
      udp.send(options, transport.address());
      udp.response();
      tcp.write(options).read();
    }
    assertThat(transport.threads).noneMatch(Thread::isAlive);
  }

  private static int descriptors() {
    return Objects.requireNonNull(new File("/proc/self/fd").list()).length;
  }
}

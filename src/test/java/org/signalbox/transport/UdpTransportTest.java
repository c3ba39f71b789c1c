// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.testkit.Inbox;
import org.signalbox.testkit.SipPeer;
import org.signalbox.testkit.SipText;
import org.signalbox.transport.SendOutcome.Cause;
import org.signalbox.transport.SendOutcome.Failed;
import org.signalbox.transport.SendOutcome.Sent;

class UdpTransportTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void answersTheSenderFromTheSocketItWrote(String host) {
    try (OpenTransport transport = new OpenTransport(TransportProtocol.UDP, host);
        SipPeer peer = SipPeer.udp(host, 0)) {
      transport.answering().open();
      peer.send(SipText.options(transport.address()).toString(), transport.address());

      assertThat(peer.response().source()).isEqualTo(transport.address());
      var info = transport.messages.take().received();
      assertThat(info.source()).isEqualTo(peer.address());
      assertThat(info.listener()).isEqualTo(transport.point());
      assertThat(info.local()).isEqualTo(transport.address());
      assertThat(info.connectionId()).isZero();
    }
  }

  @Test
  void servesSeveralSocketsEachWithItsOwnPoint() {
    ListenerSettings first = udp("127.0.0.1", 0);
    ListenerSettings second =
        new ListenerSettings(
            TransportProtocol.UDP, new InetSocketAddress("127.0.0.2", 0), "b", "sip.example", 5090);
    try (OpenTransport transport = new OpenTransport(first, second).answering().open();
        SipPeer peer = SipPeer.udp()) {
      peer.send(SipText.options(transport.address()).toString(), transport.point(1).address());

      assertThat(peer.response().source()).isEqualTo(transport.point(1).address());
      assertThat(transport.point(1).name()).isEqualTo("b");
      assertThat(transport.point(1).sentByHost()).isEqualTo("sip.example");
      assertThat(transport.point(1).sentByPort()).isEqualTo(5090);
      assertThat(transport.point(0).sentByHost()).isEqualTo("127.0.0.1");
      assertThat(transport.point(0).sentByPort()).isEqualTo(transport.address().getPort());
    }
  }

  /** Conformance 37 of runtime.md, and a request behind it that shows nothing was answered. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "\r\n\r\n", "\0\0\0\0", "Jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj", ""})
  void saysNothingToKeepalivesAndProbes(String probe) {
    try (OpenTransport transport = OpenTransport.udp().answering().open();
        SipPeer peer = SipPeer.udp()) {
      peer.send(probe, transport.address());
      peer.send(SipText.options(transport.address()).toString(), transport.address());

      peer.response();
      assertThat(peer.inbox().all()).hasSize(1);
      assertThat(transport.problems.all()).isEmpty();
    }
  }

  /** Conformance 37 to 39. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj",
        "OPTIONS sip:a@b SIP/2.0\r\nCSeq: 1 OPTIONS\r\n\r\n",
        "OPTIONS sip:a@b SIP/3.0\r\nVia: SIP/2.0/UDP x\r\n\r\n"
      })
  void reportsWhatIsNoMessageAndDropsIt(String junk) {
    try (OpenTransport transport = OpenTransport.udp().answering().open();
        SipPeer peer = SipPeer.udp()) {
      peer.send(junk, transport.address());

      assertThat(transport.problems.take().reason()).isNotEmpty();
      assertThat(transport.messages.all()).isEmpty();
      assertThat(peer.inbox().all()).isEmpty();
    }
  }

  /** Conformance 40 and 49. */
  @Test
  void takesAStrangeCseqAndALargeMessage() {
    try (OpenTransport transport = OpenTransport.udp().answering().open();
        SipPeer peer = SipPeer.udp()) {
      String options = SipText.options(transport.address()).toString();
      peer.send(options.replace("CSeq: 1 ", "CSeq: x "), transport.address());
      assertThat(peer.response().status()).isEqualTo(200);

      String large = "a".repeat(65_507 - options.length() - 4);
      peer.send(
          options.replace("Content-Length: 0", "Content-Length: " + large.length()) + large,
          transport.address());
      assertThat(peer.response().status()).isEqualTo(200);
    }
  }

  @Test
  void ignoresBytesBehindTheBody() {
    try (OpenTransport transport = OpenTransport.udp().open();
        SipPeer peer = SipPeer.udp()) {
      peer.send(
          SipText.options(transport.address()).body("body") + "trailing", transport.address());

      assertThat(transport.messages.take().body()).hasToString("body");
    }
  }

  @Test
  void tellsWhatBecameOfAMessage() {
    try (OpenTransport transport = OpenTransport.udp().open();
        SipPeer peer = SipPeer.udp()) {
      Destination there = Destination.to(TransportProtocol.UDP, peer.address());
      assertThat(transport.send("x".repeat(40), there)).isEqualTo(new Sent(transport.address(), 0));
      assertThat(transport.send("x".repeat(65_508), there)).isInstanceOf(Failed.class);
      assertThat(cause(transport.send("x".repeat(65_508), there))).isEqualTo(Cause.TOO_LARGE);

      var ipv6 = Destination.to(TransportProtocol.UDP, new InetSocketAddress("::1", 5060));
      assertThat(cause(transport.send("x", ipv6))).isEqualTo(Cause.NO_LISTENER);
      var tcp = Destination.to(TransportProtocol.TCP, peer.address());
      assertThat(cause(transport.send("x", tcp))).isEqualTo(Cause.NO_LISTENER);
      transport.close();
      assertThat(cause(transport.send("x", there))).isEqualTo(Cause.CLOSED);
    }
  }

  @Test
  void oneWildcardSocketServesTheFamiliesThatWereAskedFor() throws Exception {
    int port = freePort();
    try (OpenTransport transport = new OpenTransport(udp("0.0.0.0", port), udp("::", port));
        SipPeer ipv4 = SipPeer.udp();
        SipPeer ipv6 = SipPeer.udp("::1", 0)) {
      transport.answering().open();
      ipv4.send(SipText.options(ipv4.address()).toString(), at("127.0.0.1", port));
      ipv6.send(SipText.options(ipv6.address()).toString(), at("::1", port));

      assertThat(ipv4.response().source()).isEqualTo(at("127.0.0.1", port));
      assertThat(ipv6.response().source()).isEqualTo(at("::1", port));
      assertThat(transport.messages.take().received().listener()).isNotNull();
      assertThat(transport.point(0).sentByHost()).isNotEqualTo("0.0.0.0");
    }
  }

  @Test
  void aSenderWhoseThreadIsInterruptedLeavesTheSocketOpen() {
    try (OpenTransport transport = OpenTransport.udp().answering().open();
        SipPeer peer = SipPeer.udp()) {
      Thread.currentThread().interrupt();
      transport.send(
          "x".repeat(40),
          Destination.to(TransportProtocol.UDP, peer.address()),
          SendListener.IGNORE);
      assertThat(Thread.interrupted()).isTrue();

      peer.send(SipText.options(transport.address()).toString(), transport.address());
      assertThat(peer.response().status()).isEqualTo(200);
    }
  }

  @Test
  void anotherReceiverStepsInWhenOneIsHeldUp() {
    CountDownLatch release = new CountDownLatch(1);
    Inbox<Thread> handlers = new Inbox<>();
    try (OpenTransport transport = OpenTransport.udp();
        SipPeer peer = SipPeer.udp()) {
      transport
          .handling(
              message -> {
                handlers.add(Thread.currentThread());
                if (message.callId().equals("slow")) {
                  await(release);
                }
                transport.answer(message);
              })
          .open();
      SipText slow = SipText.options(transport.address()).callId("slow");
      peer.send(slow.toString(), transport.address());
      Thread first = handlers.take();
      peer.send(SipText.options(transport.address()).toString(), transport.address());
      transport.time.advance(Duration.ofMillis(60));

      assertThat(peer.response().header("Call-ID")).isNotEqualTo("slow");
      assertThat(handlers.take()).isNotSameAs(first);
      release.countDown();
      assertThat(peer.response().header("Call-ID")).isEqualTo("slow");
    }
  }

  @Test
  void aThrowingReceiverHarmsNoOtherMessage() {
    try (OpenTransport transport = OpenTransport.udp();
        SipPeer peer = SipPeer.udp()) {
      transport
          .handling(
              message -> {
                if (message.callId().equals("bad")) {
                  throw new IllegalStateException("a bug");
                }
                transport.answer(message);
              })
          .open();
      peer.send(SipText.options(transport.address()).callId("bad").toString(), transport.address());
      peer.send(SipText.options(transport.address()).toString(), transport.address());

      assertThat(peer.response().header("Call-ID")).isNotEqualTo("bad");
    }
  }

  @Test
  void aPortInUseIsNamedInOneSentence() throws Exception {
    try (DatagramSocket other = new DatagramSocket(at("127.0.0.1", 0))) {
      int port = other.getLocalPort();
      ListenerSettings taken =
          new ListenerSettings(TransportProtocol.UDP, at("127.0.0.1", port), "lan", null, 0);
      OpenTransport transport = new OpenTransport(udp("127.0.0.1", 0), taken);

      assertThatThrownBy(transport::tryOpen)
          .isInstanceOf(ListenException.class)
          .hasMessage("Cannot listen on udp:127.0.0.1:%d (\"lan\"): Address already in use.", port);
      assertThat(transport.threads).noneMatch(Thread::isAlive);
    }
  }

  /** Conformance 11. */
  @Test
  void anAddressOfAnotherMachineIsNamedInOneSentence() {
    assertThatThrownBy(() -> new OpenTransport(udp("192.0.2.1", 5060)).tryOpen())
        .hasMessage("Cannot listen on udp:192.0.2.1:5060: Cannot assign requested address.");
  }

  @Test
  void closingFreesThePortAndEndsTheThreads() throws Exception {
    OpenTransport transport = OpenTransport.udp().open();
    InetSocketAddress address = transport.address();
    transport.close();

    assertThat(transport.threads).isNotEmpty().noneMatch(Thread::isAlive);
    new DatagramSocket(address).close();
  }

  @Test
  void manyPeersAtOnceAreAllAnswered() {
    try (OpenTransport transport = OpenTransport.udp().answering().open();
        SipPeer peer = SipPeer.udp()) {
      IntStream.range(0, 50)
          .forEach(
              i -> peer.send(SipText.options(transport.address()).toString(), transport.address()));

      assertThat(peer.inbox().await(50)).allMatch(message -> message.status() == 200);
    }
  }

  private static Cause cause(SendOutcome outcome) {
    return ((Failed) outcome).cause();
  }

  private static ListenerSettings udp(String host, int port) {
    return ListenerSettings.of(TransportProtocol.UDP, at(host, port));
  }

  private static InetSocketAddress at(String host, int port) {
    return new InetSocketAddress(host, port);
  }

  private static int freePort() throws Exception {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("::"))) {
      return socket.getLocalPort();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.testkit.Inbox;
import org.signalbox.testkit.SipPeer;
import org.signalbox.testkit.SipStream;
import org.signalbox.testkit.SipText;
import org.signalbox.testkit.WireMessage;
import org.signalbox.transport.SendOutcome.Cause;
import org.signalbox.transport.SendOutcome.Failed;
import org.signalbox.transport.SendOutcome.Sent;

class OutgoingConnectionTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void opensSendsAndReceivesTheAnswer(String host) {
    try (SipPeer peer = SipPeer.tcp(host, 0);
        OpenTransport transport = new OpenTransport(TransportProtocol.TCP, host).open()) {
      peer.answering("OPTIONS", 200);
      Sent sent = (Sent) transport.send(text(peer), to(peer));

      assertThat(sent.connectionId()).isEqualTo(1);
      var info = transport.messages.take().received();
      assertThat(info.connectionId()).isEqualTo(1);
      assertThat(info.listener()).isEqualTo(transport.point());
      assertThat(info.local()).isEqualTo(sent.local());
      Connection connection = transport.connections().byId(1).orElseThrow();
      assertThat(connection.outgoing()).isTrue();
      assertThat(connection.state()).isEqualTo(ConnectionState.OK);
      assertThat(connection.messagesSent()).isEqualTo(1);
      assertThat(connection.messagesReceived()).isEqualTo(1);
      assertThat(transport.statistic("connect_success")).isEqualTo(1);
    }
  }

  @Test
  void usesAConnectionAgain() {
    try (SipPeer peer = SipPeer.tcp();
        OpenTransport transport = OpenTransport.tcp().open()) {
      transport.send(text(peer), to(peer));
      transport.send(text(peer), to(peer));

      assertThat(sources(peer.inbox().await(2))).hasSize(1);
      assertThat(transport.connections().size()).isEqualTo(1);
    }
  }

  @Test
  void usesTheConnectionThatThePeerOpened() {
    try (OpenTransport transport = OpenTransport.tcp().answering().open();
        SipStream stream = SipStream.to(transport.address())) {
      stream.write(SipText.options(transport.address()).toString()).read();
      Destination there = Destination.to(TransportProtocol.TCP, stream.local());
      transport.send(SipText.options(stream.local()).callId("reused").toString(), there);

      assertThat(stream.read().header("Call-ID")).isEqualTo("reused");
      assertThat(transport.connections().byPeer(stream.local()).orElseThrow().id()).isEqualTo(1);
    }
  }

  @Test
  void usesTheConnectionForAnotherPortOfThePeerWhenToldSo() {
    try (OpenTransport transport = OpenTransport.tcp().answering().open();
        SipStream stream = SipStream.to(transport.address())) {
      stream.write(SipText.options(transport.address()).toString()).read();
      InetSocketAddress listening = new InetSocketAddress("127.0.0.1", 5077);
      assertThat(transport.connections().alias(1, 5077)).isTrue();
      assertThat(transport.connections().alias(2, 5077)).isFalse();
      Destination there = Destination.to(TransportProtocol.TCP, listening);
      transport.send(SipText.options(listening).callId("aliased").toString(), there);

      assertThat(stream.read().header("Call-ID")).isEqualTo("aliased");
    }
  }

  @Test
  void prefersTheConnectionItIsGivenWhateverTheAddress() {
    try (OpenTransport transport = OpenTransport.tcp().answering().open();
        SipStream stream = SipStream.to(transport.address());
        SipPeer peer = SipPeer.tcp()) {
      stream.write(SipText.options(transport.address()).toString()).read();
      var given = new Destination(TransportProtocol.TCP, peer.address(), null, 1);
      transport.send(SipText.options(peer.address()).callId("given").toString(), given);
      assertThat(stream.read().header("Call-ID")).isEqualTo("given");

      var gone = new Destination(TransportProtocol.TCP, peer.address(), null, 99);
      transport.send(SipText.options(peer.address()).callId("gone").toString(), gone);
      assertThat(peer.request("OPTIONS").header("Call-ID")).isEqualTo("gone");
    }
  }

  @Test
  void sendersToOneUnconnectedPeerShareOneConnect() {
    try (SipPeer peer = SipPeer.tcp();
        OpenTransport transport = OpenTransport.tcp().open()) {
      IntStream.range(0, 40)
          .parallel()
          .forEach(i -> transport.send(text(peer), to(peer), SendListener.IGNORE));

      assertThat(sources(peer.inbox().await(40))).hasSize(1);
    }
  }

  /** Conformance 57. */
  @Test
  void writesEachMessageWhole() {
    try (SipPeer peer = SipPeer.tcp();
        OpenTransport transport = OpenTransport.tcp().with(TcpParameter.CONN_WQ_MAX, 1 << 20)) {
      transport.open();
      String body = "b".repeat(5000);
      IntStream.range(0, 100)
          .parallel()
          .forEach(
              i -> {
                String text = SipText.options(peer.address()).body(body).toString();
                transport.send(text, to(peer), SendListener.IGNORE);
              });

      assertThat(peer.inbox().await(100)).allMatch(message -> message.body().equals(body));
    }
  }

  /** Conformance 54. */
  @Test
  void aRefusedConnectIsKnownAtOnce() throws Exception {
    try (OpenTransport transport = OpenTransport.tcp().open()) {
      var nobody = new InetSocketAddress("127.0.0.1", freePort());
      var outcome = transport.send("x", Destination.to(TransportProtocol.TCP, nobody));

      assertThat(((Failed) outcome).cause()).isEqualTo(Cause.REFUSED);
      assertThat(transport.closed.take().reason()).isEqualTo(CloseReason.RESET);
      assertThat(transport.connections().size()).isZero();
      assertThat(transport.statistic("connect_failed")).isEqualTo(1);
    }
  }

  /** Conformance 55, better: a listener whose backlog is full answers no connect. */
  @Test
  void aConnectWithoutAnAnswerEndsInTime() throws Exception {
    try (Deaf deaf = new Deaf();
        OpenTransport transport = OpenTransport.tcp().open()) {
      Inbox<SendOutcome> outcome = new Inbox<>();
      transport.send("x", Destination.to(TransportProtocol.TCP, deaf.address()), outcome::add);
      Connection connection = transport.connections().byId(1).orElseThrow();
      assertThat(connection.state()).isEqualTo(ConnectionState.CONNECT);

      assertThat(transport.passTimeUntilClosed(1).reason()).isEqualTo(CloseReason.TIMEOUT);
      assertThat(((Failed) outcome.take()).cause()).isEqualTo(Cause.CONNECT_TIMEOUT);
    }
  }

  @Test
  void opensNothingWhenForbidden() {
    try (SipPeer peer = SipPeer.tcp();
        OpenTransport transport = OpenTransport.tcp().with(TcpParameter.NO_CONNECT, 1).open()) {
      var outcome = (Failed) transport.send(text(peer), to(peer));
      assertThat(outcome.cause()).isEqualTo(Cause.NO_CONNECTION);
    }
  }

  @Test
  void opensNothingForAMessageThatMayNot() {
    try (SipPeer peer = SipPeer.tcp();
        OpenTransport transport = OpenTransport.tcp().open()) {
      Destination onlyOpen = to(peer).with(ConnectionUse.USUAL.withOnlyOpen());
      var outcome = (Failed) transport.send(text(peer), onlyOpen);
      assertThat(outcome.cause()).isEqualTo(Cause.NO_CONNECTION);
      transport.send(text(peer), to(peer));
      assertThat(transport.send(text(peer), onlyOpen)).isInstanceOf(Sent.class);
    }
  }

  @Test
  void endsBehindTheMessageThatIsItsLast() {
    try (SipPeer peer = SipPeer.tcp();
        OpenTransport transport = OpenTransport.tcp().open()) {
      transport.send(text(peer), to(peer));
      transport.send(text(peer), to(peer).with(ConnectionUse.USUAL.withLast()));
      assertThat(transport.closed.take().reason()).isEqualTo(CloseReason.LIFETIME);
      assertThat(sources(peer.inbox().await(2))).hasSize(1);
    }
  }

  @Test
  void opensNothingBeyondTheLimit() {
    try (SipPeer peer = SipPeer.tcp();
        OpenTransport transport = OpenTransport.tcp().with(TcpParameter.MAX_CONNECTIONS, 0)) {
      transport.open();
      var outcome = (Failed) transport.send(text(peer), to(peer));
      assertThat(outcome.cause()).isEqualTo(Cause.NO_CONNECTION);
      assertThat(transport.statistic("local_reject")).isEqualTo(1);
    }
  }

  /** Conformance 58. */
  @Test
  void aPeerThatDoesNotReadFillsTheQueue() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        OpenTransport transport = OpenTransport.tcp().open()) {
      var there = new InetSocketAddress("127.0.0.1", server.getLocalPort());
      String text = "x".repeat(9000);
      Inbox<SendOutcome> outcomes = new Inbox<>();
      int count = 0;
      while (transport.statistic("sendq_full") == 0) {
        transport.send(text, Destination.to(TransportProtocol.TCP, there), outcomes::add);
        count++;
        outcomes.await(Math.max(1, count - 3)); // the last three may wait in the queue
      }
      assertThat(outcomes.take(o -> failedWith(o, Cause.QUEUE_FULL))).isNotNull();
      assertThat(transport.closed.take().reason()).isEqualTo(CloseReason.CLOSED);
      assertThat(outcomes.await(count)).hasSize(count);
      assertThat(transport.connections().queuedBytes()).isZero();
    }
  }

  @Test
  void allQueuesTogetherAreBounded() throws Exception {
    try (Deaf deaf = new Deaf();
        OpenTransport transport = OpenTransport.tcp().with(TcpParameter.WQ_MAX, 100).open()) {
      Destination there = Destination.to(TransportProtocol.TCP, deaf.address());
      transport.send("x".repeat(90), there, SendListener.IGNORE);
      Failed outcome = (Failed) transport.send("x".repeat(20), there);

      assertThat(outcome.cause()).isEqualTo(Cause.QUEUE_FULL);
      assertThat(transport.connections().queuedBytes()).isEqualTo(90);
    }
  }

  @Test
  void aPeerThatStopsReadingIsGivenUp() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        OpenTransport transport = OpenTransport.tcp().with(TcpParameter.CONN_WQ_MAX, 1 << 30)) {
      transport.open();
      var there = new InetSocketAddress("127.0.0.1", server.getLocalPort());
      String text = "x".repeat(8 << 20); // more than the kernel takes
      Inbox<SendOutcome> outcomes = new Inbox<>();
      transport.send(text, Destination.to(TransportProtocol.TCP, there), outcomes::add);
      try (Socket accepted = server.accept()) {
        accepted.getInputStream().readNBytes(1000);
        passEveryLoop(transport);
        assertThat(transport.passTimeUntilClosed(1).reason()).isEqualTo(CloseReason.TIMEOUT);
        assertThat(failedWith(outcomes.take(), Cause.CLOSED)).isTrue();
        assertThat(transport.statistic("send_timeout")).isEqualTo(1);
      }
    }
  }

  @Test
  void closingWaitsForWhatIsQueued() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        OpenTransport transport = OpenTransport.tcp().open()) {
      var there = new InetSocketAddress("127.0.0.1", server.getLocalPort());
      int size = 8 << 20;
      transport.send(
          "x".repeat(size), Destination.to(TransportProtocol.TCP, there), SendListener.IGNORE);
      try (Socket accepted = server.accept()) {
        accepted.getInputStream().readNBytes(1);
        assertThat(transport.connections().close(1)).isTrue();
        byte[] rest = accepted.getInputStream().readAllBytes();
        assertThat(new String(rest, ISO_8859_1)).hasSize(size - 1);
      }
      assertThat(transport.closed.take().reason()).isEqualTo(CloseReason.CLOSED);
    }
  }

  /** Everything that a thread of the transport had to do before is done. */
  private static void passEveryLoop(OpenTransport transport) {
    for (int i = 0; i < 4; i++) {
      try (SipPeer peer = SipPeer.tcp()) {
        transport.send(text(peer), to(peer));
      }
    }
  }

  private static boolean failedWith(SendOutcome outcome, Cause cause) {
    return outcome instanceof Failed failed && failed.cause() == cause;
  }

  private static Destination to(SipPeer peer) {
    return Destination.to(TransportProtocol.TCP, peer.address());
  }

  private static String text(SipPeer peer) {
    return SipText.options(peer.address()).toString();
  }

  private static List<InetSocketAddress> sources(List<WireMessage> messages) {
    return messages.stream().map(WireMessage::source).distinct().toList();
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Listens, but its backlog is full: a connect gets no answer at all. */
  private static final class Deaf implements AutoCloseable {
    private final ServerSocket server;
    private final List<Socket> fillers = new ArrayList<>();

    Deaf() throws Exception {
      server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
      for (int i = 0; i < 4; i++) {
        Socket filler = new Socket();
        fillers.add(filler);
        try {
          filler.connect(address(), 50);
        } catch (SocketTimeoutException e) {
          break; // full
        }
      }
    }

    InetSocketAddress address() {
      return (InetSocketAddress) server.getLocalSocketAddress();
    }

    @Override
    public void close() throws Exception {
      for (Socket filler : fillers) {
        filler.close();
      }
      server.close();
    }
  }
}

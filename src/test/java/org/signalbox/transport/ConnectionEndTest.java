// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.testkit.Patience;
import org.signalbox.testkit.SipStream;
import org.signalbox.testkit.SipText;

/** Every way a connection ends, each reported exactly once. */
class ConnectionEndTest {

  private final OpenTransport transport = OpenTransport.tcp().answering();

  @AfterEach
  void close() {
    transport.close();
    assertThat(transport.connections().size()).isZero();
    assertThat(transport.connections().queuedBytes()).isZero();
    assertThat(transport.closed.all()).doesNotHaveDuplicates();
  }

  @Test
  void byThePeerClosing() {
    SipStream stream = used();
    stream.close();

    ConnectionClosed event = transport.closed.take();
    assertThat(event.reason()).isEqualTo(CloseReason.CLOSED);
    assertThat(event.connection().id()).isEqualTo(1);
    assertThat(event.connection().peer()).isEqualTo(stream.local());
    assertThat(event.connection().state()).isEqualTo(ConnectionState.CLOSED);
    assertThat(transport.connections().byId(1)).isEmpty();
  }

  @Test
  void byThePeersReset() {
    SipStream stream = used();
    stream.reset();

    assertThat(transport.closed.take().reason()).isEqualTo(CloseReason.RESET);
    assertThat(transport.statistic("con_reset")).isEqualTo(1);
    assertThat(transport.meaning("con_reset"))
        .isEqualTo("total number of TCP_RSTs received on established connections.");
  }

  /** tcpops.md §5: nobody dies on the loopback, so what the system would say is put in. */
  @Test
  void byProbesThatNobodyAnswers() {
    SipStream stream = used();
    StreamConnection connection = (StreamConnection) connection();
    connection.ending().broken(new IOException("recvAddress(..) failed: Connection timed out"));

    assertThat(transport.closed.take().reason()).isEqualTo(CloseReason.TIMEOUT);
    assertThat(stream.awaitEnd()).isEmpty();
  }

  @Test
  void byItsLifetimeCountedFromTheLastByte() {
    transport.with(TcpParameter.CONNECTION_LIFETIME, 15);
    SipStream stream = used();
    transport.time.advance(Duration.ofSeconds(10));
    exchange(stream);
    transport.time.advance(Duration.ofMillis(14_900));
    exchange(stream);

    assertThat(transport.passTimeUntilClosed(1).reason()).isEqualTo(CloseReason.LIFETIME);
    assertThat(stream.awaitEnd()).isEmpty();
    assertThat(transport.statistic("con_timeout")).isEqualTo(1);
  }

  @Test
  void byALifetimeMadeShorterWhileIdle() {
    SipStream stream = used();
    Connection connection = connection();
    transport.time.advance(Duration.ofSeconds(60));
    assertThat(connection.idle()).isEqualTo(Duration.ofSeconds(60));
    assertThat(connection.lifetime(Optional.of(Duration.ofSeconds(2)))).isTrue();
    assertThat(connection.remaining()).contains(Duration.ofSeconds(2));
    roundTrip();

    assertThat(transport.passTimeUntilClosed(1).reason()).isEqualTo(CloseReason.LIFETIME);
    assertThat(stream.awaitEnd()).isEmpty();
    assertThat(connection.lifetime(Optional.empty())).isFalse();
  }

  @Test
  void notByALifetimeMadeLonger() {
    SipStream stream = used();
    connection().lifetime(Optional.of(Duration.ofSeconds(300)));
    transport.time.advance(Duration.ofSeconds(200));
    assertThat(stream.write(options()).read().status()).isEqualTo(200);

    connection().lifetime(Optional.empty());
    transport.time.advance(Duration.ofDays(2));
    assertThat(stream.write(options()).read().status()).isEqualTo(200);
    assertThat(connection().remaining()).isEmpty();
  }

  /** tcpops.md, conformance 10: a script ends the connection and then answers. */
  @Test
  void notByALifetimeOfNothingBeforeTheMessageIsAnswered() {
    transport.handling(
        message -> {
          connection().lifetime(Optional.of(Duration.ZERO));
          transport.answer(message);
        });
    transport.open();
    int streams = 50; // one may be lucky
    for (int i = 0; i < streams; i++) {
      SipStream stream = SipStream.to(transport.address());
      assertThat(stream.write(options()).read().status()).isEqualTo(200);
      assertThat(stream.awaitEnd()).isEmpty();
      assertThat(transport.closed.take().reason()).isEqualTo(CloseReason.LIFETIME);
    }
    assertThat(transport.statistic("established")).isEqualTo(streams);
  }

  @Test
  void notByItsLifetimeWhileThePeerIsReading() {
    SipStream stream = used();
    String text = "x".repeat(16 << 20); // more than the kernel takes
    Destination there = Destination.to(TransportProtocol.TCP, stream.local());
    transport.send(text, there, SendListener.IGNORE);
    assertThat(connection().lifetime(Optional.of(Duration.ZERO))).isTrue();

    assertThat(stream.awaitEnd()).hasSize(text.length());
    assertThat(transport.closed.take().reason()).isEqualTo(CloseReason.LIFETIME);
  }

  /** Conformance 50. */
  @Test
  void bySilenceFromTheBeginning() {
    transport.open();
    SipStream silent = SipStream.to(transport.address());
    SipStream other = SipStream.to(transport.address());
    other.write(options()).read();
    roundTrip();
    Connection connection = transport.connections().byPeer(silent.local()).orElseThrow();
    assertThat(connection.state()).isEqualTo(ConnectionState.ACCEPT);

    assertThat(transport.passTimeUntilClosed(connection.id()).reason())
        .isEqualTo(CloseReason.TIMEOUT);
    assertThat(silent.awaitEnd()).isEmpty();
    assertThat(other.write(options()).read().status()).isEqualTo(200);
  }

  @Test
  void byAMessageThatStaysIncomplete() {
    SipStream stream = used();
    Connection connection = connection();
    long before = connection.bytesReceived();
    stream.write("OPTIONS sip:");
    while (connection.bytesReceived() == before) {
      Thread.onSpinWait();
    }
    roundTrip();
    transport.time.advance(Duration.ofSeconds(19));
    assertThat(connection.state()).isEqualTo(ConnectionState.OK);

    assertThat(transport.passTimeUntilClosed(1).reason()).isEqualTo(CloseReason.TIMEOUT);
    assertThat(stream.awaitEnd()).isEmpty();
  }

  /** Each of them may be as long as tcp_rd_buf_size alone allows. */
  @Test
  void byOneMoreIncompleteMessageThanThereIsMemoryFor() {
    transport.with(TcpParameter.INPUT_MAX, 100_000);
    SipStream first = used();
    String text = SipText.options(transport.address()).body("b".repeat(90_000)).toString();
    for (int i = 0; i < 3; i++) {
      Connection connection = transport.connections().byPeer(first.local()).orElseThrow();
      long before = connection.bytesReceived();
      first.write(text.substring(0, 60_000));
      Patience.until("it is there", () -> connection.bytesReceived() - before == 60_000);
      SipStream second = SipStream.to(transport.address());
      second.write(text.substring(0, 60_000));
      ConnectionClosed end = transport.closed.take();
      assertThat(end.connection().peer()).isEqualTo(second.local());
      assertThat(end.reason()).isEqualTo(CloseReason.CLOSED);
      assertThat(first.write(text.substring(60_000)).read().status()).isEqualTo(200);
      second.close();
    }
  }

  @Test
  void notByMessagesThatAlwaysOverlapSegments() {
    SipStream stream = used();
    String text = options();
    stream.write(text.substring(0, 20));
    for (int second = 0; second < 40; second += 10) {
      transport.time.advance(Duration.ofSeconds(10));
      stream.write(text.substring(20) + text.substring(0, 20));
      assertThat(stream.read().status()).isEqualTo(200);
    }
    assertThat(transport.closed.all()).isEmpty();
  }

  @Test
  void byClosingItHere() {
    SipStream stream = used();
    Connection connection = connection();
    assertThat(transport.connections().close(1)).isTrue();

    assertThat(connection.state()).isEqualTo(ConnectionState.CLOSED);
    assertThat(transport.connections().byId(1)).isEmpty();
    assertThat(transport.connections().byPeer(stream.local())).isEmpty();
    assertThat(stream.awaitEnd()).isEmpty();
    assertThat(transport.closed.take().reason()).isEqualTo(CloseReason.CLOSED);
    assertThat(transport.connections().close(1)).isFalse();
    assertThat(connection.close()).isFalse();
  }

  @Test
  void whileItHandlesAMessageAndNoMessageComesAfterTheEvent() {
    transport.handling(
        message -> {
          connection().close();
          assertThat(transport.closed.all()).isEmpty();
        });
    transport.open();
    SipStream stream = SipStream.to(transport.address());
    stream.write(options() + options());

    assertThat(stream.awaitEnd()).isEmpty();
    transport.closed.take();
    assertThat(transport.messages.all()).hasSize(1);
  }

  @Test
  void byTheTransportClosing() {
    used();
    transport.close();
    assertThat(transport.closed.await(1).get(0).reason()).isEqualTo(CloseReason.SHUTDOWN);
  }

  @Test
  void idsAreNeverUsedAgain() {
    for (int id = 1; id <= 3; id++) {
      SipStream stream = id == 1 ? used() : SipStream.to(transport.address());
      stream.write(options()).read();
      assertThat(connection().id()).isEqualTo(id);
      stream.close();
      transport.closed.take();
    }
    assertThat(transport.connections().size()).isZero();
  }

  private SipStream used() {
    transport.open();
    SipStream stream = SipStream.to(transport.address());
    exchange(stream);
    return stream;
  }

  /** A request and its answer, and the connection knows that it has sent it. */
  private void exchange(SipStream stream) {
    assertThat(stream.write(options()).read().status()).isEqualTo(200);
    Connection connection = transport.connections().byPeer(stream.local()).orElseThrow();
    while (connection.messagesSent() < connection.messagesReceived()) {
      Thread.onSpinWait();
    }
  }

  /** Lets every thread of the transport pass its queue once. */
  private void roundTrip() {
    for (int i = 0; i < 4; i++) {
      try (SipStream stream = SipStream.to(transport.address())) {
        stream.write(options()).read();
      }
      transport.closed.take();
    }
  }

  private Connection connection() {
    return transport.connections().all().findFirst().orElseThrow();
  }

  private String options() {
    return SipText.options(transport.address()).toString();
  }
}

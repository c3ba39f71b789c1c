// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.testkit.Patience;
import org.signalbox.testkit.SipStream;
import org.signalbox.testkit.SipText;
import org.signalbox.testkit.WireMessage;

class TcpTransportTest {

  /** Conformance 41. */
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void answersOnTheConnectionOfTheRequest(String host) {
    try (OpenTransport transport = new OpenTransport(TransportProtocol.TCP, host);
        SipStream stream = SipStream.to(transport.answering().open().address())) {
      WireMessage reply = stream.write(options(transport)).read();

      assertThat(reply.status()).isEqualTo(200);
      var info = transport.messages.take().received();
      assertThat(info.source()).isEqualTo(stream.local());
      assertThat(info.local()).isEqualTo(transport.address());
      assertThat(info.connectionId()).isEqualTo(1);
    }
  }

  /** Conformance 47. */
  @Test
  void putsAMessageInThreeSegmentsTogether() {
    try (OpenTransport transport = OpenTransport.tcp().answering().open();
        SipStream stream = SipStream.to(transport.address())) {
      String text = options(transport);
      stream.write(text.substring(0, 20)).write(text.substring(20, 90)).write(text.substring(90));

      assertThat(stream.read().status()).isEqualTo(200);
      assertThat(transport.messages.all()).hasSize(1);
    }
  }

  /** Conformance 48. */
  @Test
  void answersTwoMessagesInOneSegmentInOrder() {
    try (OpenTransport transport = OpenTransport.tcp().answering().open();
        SipStream stream = SipStream.to(transport.address())) {
      stream.write(options(transport, "one") + options(transport, "two"));

      assertThat(stream.read().header("Call-ID")).isEqualTo("one");
      assertThat(stream.read().header("Call-ID")).isEqualTo("two");
    }
  }

  /** Conformance 42 and 43. */
  @Test
  void answersAPingButNotASingleLineEnd() {
    try (OpenTransport transport = OpenTransport.tcp().open();
        SipStream stream = SipStream.to(transport.address())) {
      stream.write("\r\n\r\n");
      assertThat(stream.read(2)).isEqualTo("\r\n");
      transport.answering();
      stream.write("\r\n" + options(transport));
      assertThat(stream.read(3)).isEqualTo("SIP");
    }
  }

  /** Conformance 44. */
  @Test
  void answersNoPingWhenToldSo() {
    try (OpenTransport transport = OpenTransport.tcp().with(TcpParameter.CRLF_PING, 0);
        SipStream stream = SipStream.to(transport.answering().open().address())) {
      stream.write("\r\n\r\n" + options(transport));
      assertThat(stream.read(3)).isEqualTo("SIP");
    }
  }

  /** Conformance 45 and 46. */
  @ParameterizedTest
  @ValueSource(strings = {"X: y", "Content-Length: abc", "Content-Length: -5"})
  void closesAtOnceWithoutAUsableLength(String instead) {
    try (OpenTransport transport = OpenTransport.tcp().answering().open();
        SipStream stream = SipStream.to(transport.address())) {
      stream.write(options(transport).replace("Content-Length: 0", instead));

      assertThat(stream.awaitEnd()).isEmpty();
      assertThat(transport.problems.take().reason()).contains("Content-Length");
      assertThat(transport.closed.take().reason()).isEqualTo(CloseReason.CLOSED);
    }
  }

  /** Conformance 45. */
  @Test
  void answersWithoutALengthWhenToldSo() {
    try (OpenTransport transport = OpenTransport.tcp().with(TcpParameter.ACCEPT_NO_CL, 1);
        SipStream stream = SipStream.to(transport.answering().open().address())) {
      stream.write(options(transport).replace("Content-Length: 0\r\n", ""));
      assertThat(stream.read().status()).isEqualTo(200);
    }
  }

  /** Conformance 23: the parser's problem is reported, then the stream ends. */
  @Test
  void reportsAndClosesWhatIsFramedButNoSip() {
    try (OpenTransport transport = OpenTransport.tcp().with(TcpParameter.ACCEPT_NO_CL, 1);
        SipStream stream = SipStream.to(transport.answering().open().address())) {
      stream.write("hello junk\r\n\r\n");

      assertThat(stream.awaitEnd()).isEmpty();
      assertThat(transport.problems.take().reason()).isNotEmpty();
    }
  }

  /** Conformance 49. */
  @Test
  void answersTheLargestMessageAndClosesAtALargerOne() {
    try (OpenTransport transport = OpenTransport.tcp().with(TcpParameter.RD_BUF_SIZE, 16_384);
        SipStream stream = SipStream.to(transport.answering().open().address())) {
      stream.write(sized(transport, 16_383));
      assertThat(stream.read().status()).isEqualTo(200);

      stream.write(sized(transport, 16_384).substring(0, 1000));
      assertThat(stream.awaitEnd()).isEmpty();
      assertThat(transport.problems.take().reason()).contains("tcp_rd_buf_size");
    }
  }

  /** Conformance 53. */
  @Test
  void leavesAnHttpRequestUnansweredAndOpen() {
    try (OpenTransport transport = OpenTransport.tcp().answering().open();
        SipStream stream = SipStream.to(transport.address());
        SipStream other = SipStream.to(transport.address())) {
      Patience.until("both are counted", () -> transport.connections().size() == 2);
      stream.write("GET /x HTTP/1.1\r\nHost: a\r\n\r\n");
      other.write(options(transport)).read();

      assertThat(transport.connections().size()).isEqualTo(2);
      assertThat(transport.closed.all()).isEmpty();
      assertThat(transport.problems.all()).isEmpty();
    }
  }

  /** runtime.md, case 60. */
  @Test
  void aLimitThatIsLoweredHoldsForWhoeverComesNext() {
    try (OpenTransport transport = OpenTransport.tcp().answering().open();
        SipStream first = SipStream.to(transport.address())) {
      first.write(options(transport)).read();
      transport.with(TcpParameter.MAX_CONNECTIONS, 1);
      try (SipStream second = SipStream.to(transport.address())) {
        assertThat(second.awaitEnd()).isEmpty();
      }
      assertThat(first.write(options(transport)).read().status()).isEqualTo(200);
    }
  }

  @Test
  void closesAtOnceWhatExceedsTheLimitAndServesTheRest() {
    try (OpenTransport transport = OpenTransport.tcp().with(TcpParameter.MAX_CONNECTIONS, 2);
        SipStream first = SipStream.to(transport.answering().open().address());
        SipStream second = SipStream.to(transport.address())) {
      first.write(options(transport)).read();
      second.write(options(transport)).read();
      try (SipStream third = SipStream.to(transport.address())) {
        assertThat(third.awaitEnd()).isEmpty();
      }
      assertThat(first.write(options(transport)).read().status()).isEqualTo(200);
      assertThat(transport.statistic("local_reject")).isEqualTo(1);
      assertThat(transport.statistic("passive_open")).isEqualTo(2);
      assertThat(transport.statistic("current_opened_connections")).isEqualTo(2);

      first.close();
      transport.closed.take();
      try (SipStream fourth = SipStream.to(transport.address())) {
        assertThat(fourth.write(options(transport)).read().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void aConnectionCountsUntilItsSocketIsGone() {
    try (OpenTransport transport = OpenTransport.tcp().with(TcpParameter.MAX_CONNECTIONS, 1);
        SipStream slow = SipStream.to(transport.answering().open().address())) {
      slow.write(options(transport)).read();
      String text = "x".repeat(16 << 20); // more than the kernel takes
      Destination there = Destination.to(TransportProtocol.TCP, slow.local());
      transport.send(text, there, SendListener.IGNORE);
      assertThat(transport.connections().close(1)).isTrue();
      assertThat(transport.connections().size()).isZero();
      try (SipStream second = SipStream.to(transport.address())) {
        assertThat(second.awaitEnd()).isEmpty();
      }
      assertThat(transport.statistic("local_reject")).isEqualTo(1);

      assertThat(slow.awaitEnd()).hasSize(text.length());
      transport.closed.take();
      try (SipStream third = SipStream.to(transport.address())) {
        assertThat(third.write(options(transport)).read().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void bothWildcardsListenOnOnePort() throws Exception {
    int port = freePort();
    ListenerSettings ipv4 = tcp("0.0.0.0", port);
    ListenerSettings ipv6 = tcp("::", port);
    try (OpenTransport transport = new OpenTransport(ipv4, ipv6).answering().open();
        SipStream four = SipStream.to(new InetSocketAddress("127.0.0.1", port));
        SipStream six = SipStream.to(new InetSocketAddress("::1", port))) {
      four.write(options(transport)).read();
      six.write(options(transport)).read();

      assertThat(transport.messages.take().received().listener()).isEqualTo(transport.point(0));
      assertThat(transport.messages.take().received().listener()).isEqualTo(transport.point(1));
      assertThat(transport.messages.all().get(0).received().local())
          .isEqualTo(new InetSocketAddress("127.0.0.1", port));
    }
  }

  @Test
  void aPortInUseIsNamedInOneSentenceAndNothingStaysOpen() throws Exception {
    try (ServerSocket other = new ServerSocket()) {
      other.bind(new InetSocketAddress("127.0.0.1", 0));
      int free = freePort();
      OpenTransport transport =
          new OpenTransport(tcp("127.0.0.1", free), tcp("127.0.0.1", other.getLocalPort()));

      assertThatThrownBy(transport::tryOpen)
          .isInstanceOf(ListenException.class)
          .hasMessage(
              "Cannot listen on tcp:127.0.0.1:%d: Address already in use.", other.getLocalPort());
      assertThat(transport.threads).noneMatch(Thread::isAlive);
      bind(free);
    }
  }

  @Test
  void closingFreesThePortAndEndsTheThreads() throws Exception {
    OpenTransport transport = OpenTransport.tcp().answering().open();
    InetSocketAddress address = transport.address();
    try (SipStream stream = SipStream.to(address)) {
      stream.write(options(transport)).read();
      transport.close();

      assertThat(stream.awaitEnd()).isEmpty();
      assertThat(transport.threads).isNotEmpty().noneMatch(Thread::isAlive);
      bind(address.getPort());
    }
  }

  /** tcpops.md §9, 12: in Kamailio two processes may draw the same one. */
  @Test
  void connectionsThatComeAtOnceHaveIdsOfTheirOwn() {
    try (OpenTransport transport = OpenTransport.tcp().answering().open()) {
      String options = SipText.options(transport.address()).toString();
      List<SipStream> streams =
          IntStream.range(0, 40)
              .parallel()
              .mapToObj(i -> SipStream.to(transport.address()))
              .toList();
      streams.parallelStream().forEach(stream -> stream.write(options).read());

      assertThat(transport.connections().all().map(Connection::id))
          .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
      streams.forEach(SipStream::close);
    }
  }

  private static String options(OpenTransport transport) {
    return SipText.options(transport.address()).toString();
  }

  private static String options(OpenTransport transport, String callId) {
    return SipText.options(transport.address()).callId(callId).toString();
  }

  private static String sized(OpenTransport transport, int size) {
    String bare = SipText.options(transport.address()).body("b".repeat(10_000)).toString();
    return SipText.options(transport.address())
        .callId("sized") // as long as the other one
        .body("b".repeat(10_000 + size - resized(bare)))
        .toString();
  }

  private static int resized(String bare) {
    return bare.replaceFirst("Call-ID: .*", "Call-ID: sized").length();
  }

  private static ListenerSettings tcp(String host, int port) {
    return ListenerSettings.of(TransportProtocol.TCP, new InetSocketAddress(host, port));
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void bind(int port) throws Exception {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress("127.0.0.1", port));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.sip.ParseProblem;

/**
 * Frames are written down as {@code <message>}, {@code ping}, {@code http}, {@code broken: why}.
 */
class StreamFramerTest {

  private static final String HEAD = "OPTIONS sip:a SIP/2.0\r\nVia: SIP/2.0/TCP a\r\n";
  private static final String NO_BODY = HEAD + "Content-Length: 0\r\n\r\n";
  private static final String BODY = HEAD + "l: 4\r\n\r\nbody";

  private final TcpParameters limits = new TcpParameters();
  private final StreamFramer framer = new StreamFramer(limits);
  private final List<String> seen = new ArrayList<>();
  private final List<byte[]> arrays = new ArrayList<>();

  @Test
  void cutsWhatComesInOneSegment() {
    read(NO_BODY + BODY + "\r\n" + NO_BODY);
    assertThat(seen).containsExactly(message(NO_BODY), message(BODY), message(NO_BODY));
    assertThat(framer.partial()).isFalse();
  }

  @Test
  void putsTogetherWhatComesByteByByte() {
    for (char c : (BODY + "\r\n\r\n" + NO_BODY).toCharArray()) {
      read(String.valueOf(c));
    }
    assertThat(seen).containsExactly(message(BODY), "ping", message(NO_BODY));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 60, 64, 65, 66, 67})
  void cutsAtAnySegmentBorder(int border) {
    String both = BODY + BODY;
    read(both.substring(0, border));
    read(both.substring(border));
    assertThat(seen).containsExactly(message(BODY), message(BODY));
  }

  @Test
  void neverWritesIntoAnArrayThatAMessageKeeps() {
    read(BODY + BODY.substring(0, 30));
    byte[] first = arrays.get(0);
    String before = new String(first, ISO_8859_1);
    read(BODY.substring(30));
    assertThat(seen).containsExactly(message(BODY), message(BODY));
    assertThat(new String(first, ISO_8859_1)).isEqualTo(before);
  }

  /** RFC 5626 §3.5.1; conformance 42 and 43. */
  @ParameterizedTest
  @CsvSource({
    "'\r\n', 0",
    "'\r\n\r\n', 1",
    "'\r\n\r\n\r\n', 1",
    "'\r\n\r\n\r\n\r\n', 2",
    "'\n\n\n\n', 0",
    "'\r\r\n\n', 0"
  })
  void countsPingsBetweenMessages(String bytes, int pings) {
    read(bytes);
    assertThat(seen).hasSize(pings).allMatch("ping"::equals);
    assertThat(framer.partial()).isFalse();
  }

  @Test
  void aMessageBehindOneLineEndIsNoPing() {
    read("\r\n" + NO_BODY + "\r\n");
    read(NO_BODY);
    assertThat(seen).containsExactly(message(NO_BODY), message(NO_BODY));
  }

  /** Conformance 45 and 46. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", "Content-Length: abc\r\n", "Content-Length: -5\r\n", "l: 1\r\nl: 2\r\n"})
  void breaksWithoutAUsableLength(String line) {
    read(HEAD + line + "\r\n" + NO_BODY);
    assertThat(seen).hasSize(1).allMatch(s -> s.startsWith("broken: "));
    read(NO_BODY);
    assertThat(seen).hasSize(1);
  }

  @Test
  void takesAMissingLengthForZeroWhenToldSo() {
    limits.set(TcpParameter.ACCEPT_NO_CL, 1);
    read(HEAD + "\r\n" + BODY + "hello junk\r\n\r\n");
    assertThat(seen)
        .containsExactly(message(HEAD + "\r\n"), message(BODY), message("hello junk\r\n\r\n"));
  }

  /** Conformance 49. */
  @Test
  void breaksAtTheSizeOfTheReadBuffer() {
    limits.set(TcpParameter.RD_BUF_SIZE, 16_384);
    String fits = sized(16_383);
    read(fits);
    assertThat(seen).containsExactly(message(fits));
    read(sized(16_384).substring(0, 200));
    assertThat(seen).last().asString().startsWith("broken: the message exceeds 16383 bytes");
  }

  @Test
  void breaksWhenTheHeaderBlockHasNoEnd() {
    limits.set(TcpParameter.HEADER_BLOCK_MAX, 1000);
    read(HEAD + "X: " + "x".repeat(900));
    assertThat(seen).isEmpty();
    read("x".repeat(100));
    assertThat(seen).containsExactly("broken: the header block exceeds 1000 bytes");
  }

  @Test
  void breaksWhenTheHeaderBlockIsTooLong() {
    limits.set(TcpParameter.HEADER_BLOCK_MAX, 1000);
    read(HEAD + "X: " + "x".repeat(1000) + "\r\nl: 0\r\n\r\n");
    assertThat(seen).containsExactly("broken: the header block exceeds 1000 bytes");
  }

  @Test
  void aHugeLengthTakesNoMemoryInAdvance() {
    read(HEAD + "Content-Length: 1000000\r\n\r\nbegin");
    read("x");
    assertThat(framer.held()).isLessThan(1000);
  }

  @Test
  void holdsNothingBetweenMessages() {
    read(NO_BODY + "\r\n");
    assertThat(framer.held()).isZero();
    read(NO_BODY + NO_BODY.substring(0, 5));
    assertThat(framer.held()).isPositive();
    read(NO_BODY.substring(5));
    assertThat(framer.held()).isZero();
    assertThat(seen).hasSize(3);
  }

  /** rpc.md, conformance 22 and 23. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /x HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST / HTTP/1.0\r\nContent-Length: 2\r\n\r\n{}"
      })
  void cutsRequestsOfHttp(String request) {
    read(request + request + NO_BODY);
    assertThat(seen).containsExactly("http: " + request, "http: " + request, message(NO_BODY));
    assertThat(framer.partial()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Length: x, 400",
    "'Content-Length: 1\r\nContent-Length: 2', 400",
    "Content-Length: 99999999, 413",
    "Transfer-Encoding: chunked, 411",
  })
  void refusesHttpThatItCannotCut(String header, int status) {
    read("POST / HTTP/1.1\r\n" + header.translateEscapes() + "\r\n\r\n" + NO_BODY);
    read(NO_BODY);
    assertThat(seen).containsExactly("http " + status);
  }

  @Test
  void refusesHttpWithTooManyHeaders() {
    int most = limits.value(TcpParameter.HEADER_BLOCK_MAX);
    read("GET / HTTP/1.1\r\nX: " + "x".repeat(most) + "\r\n\r\n");
    assertThat(seen).containsExactly("http 431");
  }

  @Test
  void stopsWhenAMessageIsRefused() {
    StreamFramer.Frames refusing = new Recording(false);
    framer.read(buffer(NO_BODY + NO_BODY), refusing);
    framer.read(buffer(NO_BODY), refusing);
    assertThat(seen).hasSize(1);
  }

  private static String sized(int size) {
    String head = HEAD + "Content-Length: ";
    int body = size - head.length() - "16000\r\n\r\n".length();
    return head + body + "\r\n\r\n" + "b".repeat(body);
  }

  private static String message(String text) {
    return "<" + text + ">";
  }

  private static ByteBuf buffer(String text) {
    return Unpooled.copiedBuffer(text, ISO_8859_1);
  }

  private void read(String text) {
    framer.read(buffer(text), new Recording(true));
  }

  private final class Recording implements StreamFramer.Frames {
    private final boolean goOn;

    Recording(boolean goOn) {
      this.goOn = goOn;
    }

    @Override
    public boolean message(byte[] bytes, int offset, int length) {
      seen.add(StreamFramerTest.message(new String(bytes, offset, length, ISO_8859_1)));
      arrays.add(bytes);
      return goOn;
    }

    @Override
    public void ping() {
      seen.add("ping");
    }

    @Override
    public void broken(byte[] bytes, int offset, int length, ParseProblem problem) {
      seen.add("broken: " + problem.reason());
    }

    @Override
    public boolean http(byte[] bytes, int offset, int length) {
      seen.add("http: " + new String(bytes, offset, length, ISO_8859_1));
      return goOn;
    }

    @Override
    public void httpRefused(int status, String reason) {
      seen.add("http " + status);
    }
  }
}

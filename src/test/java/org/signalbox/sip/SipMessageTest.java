// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipMessageTest {

  /** RFC 3261 §24.2, F1 and F4 shortened to what the server in between sees. */
  private static final String INVITE =
      """
      INVITE sip:bob@biloxi.com SIP/2.0
      Via: SIP/2.0/UDP bigbox3.site3.atlanta.com;branch=z9hG4bK77ef4c2312983.1
      Via: SIP/2.0/UDP pc33.atlanta.com;branch=z9hG4bKnashds8;received=192.0.2.1
      Max-Forwards: 69
      To: Bob <sip:bob@biloxi.com>
      From: Alice <sip:alice@atlanta.com>;tag=1928301774
      Call-ID: a84b4c76e66710
      CSeq: 314159 INVITE
      Contact: <sip:alice@pc33.atlanta.com>
      Content-Type: application/sdp
      Content-Length: 4

      v=0
      """;

  private static final String RINGING =
      """
      SIP/2.0 180 Ringing
      Via: SIP/2.0/UDP server10.biloxi.com;branch=z9hG4bK4b43c2ff8.1
       ;received=192.0.2.3
      Via: SIP/2.0/UDP bigbox3.site3.atlanta.com;branch=z9hG4bK77ef4c2312983.1
       ;received=192.0.2.2
      To: Bob <sip:bob@biloxi.com>;tag=a6c85cf
      From: Alice <sip:alice@atlanta.com>;tag=1928301774
      Call-ID: a84b4c76e66710
      Contact: <sip:bob@192.0.2.4>
      CSeq: 314159 INVITE
      Content-Length: 0

      """;

  @Test
  void aRequestIsRead() {
    SipRequest request = Messages.request(INVITE);
    assertThat(request.method()).isSameAs("INVITE");
    assertThat(request.is(Method.INVITE)).isTrue();
    assertThat(request.requestUri()).isEqualTo(Uri.of("sip:bob@biloxi.com"));
    assertThat(request.requestUriText()).isEqualTo("sip:bob@biloxi.com");
    assertThat(request.version()).isEqualTo("SIP/2.0");
    assertThat(request.topVia().branch()).isEqualTo("z9hG4bK77ef4c2312983.1");
    assertThat(request.vias()).hasSize(2);
    assertThat(request.maxForwards()).isEqualTo(69);
    assertThat(request.to().displayName()).isEqualTo("Bob");
    assertThat(request.toTag()).isNull();
    assertThat(request.fromTag()).isEqualTo("1928301774");
    assertThat(request.callId()).isEqualTo("a84b4c76e66710");
    assertThat(request.callIdOctets()).isEqualTo(Octets.of("a84b4c76e66710"));
    assertThat(request.cseq()).isEqualTo(new CSeq(314159, "INVITE"));
    assertThat(request.address(HeaderType.CONTACT).uriText())
        .isEqualTo("sip:alice@pc33.atlanta.com");
    assertThat(request.value(HeaderType.CONTENT_TYPE)).isEqualTo("application/sdp");
    assertThat(request.contentLength()).isEqualTo(4);
    assertThat(request.body()).hasToString("v=0\r");
    assertThat(request.received()).isEqualTo(Messages.FROM_LOOPBACK);
    assertThat(request.local()).isFalse();
    assertThat(MessageCheck.problem(request)).isNull();
  }

  @Test
  void aResponseIsRead() {
    SipResponse response = Messages.response(RINGING);
    assertThat(response.statusCode()).isEqualTo(180);
    assertThat(response.statusClass()).isEqualTo(1);
    assertThat(response.provisional()).isTrue();
    assertThat(response.reason()).isEqualTo("Ringing");
    assertThat(response.version()).isEqualTo("SIP/2.0");
    assertThat(response.vias()).extracting(Via::received).containsExactly("192.0.2.3", "192.0.2.2");
    assertThat(response.toTag()).isEqualTo("a6c85cf");
    assertThat(MessageCheck.problem(response)).isNull();
  }

  @Test
  void laterMessagesHaveGreaterIds() {
    assertThat(Messages.request(INVITE).id()).isLessThan(Messages.request(INVITE).id());
  }

  @Test
  void valuesAreReadOnce() {
    SipRequest request = Messages.request(INVITE);
    assertThat(request.topVia()).isSameAs(request.topVia());
    assertThat(request.from()).isSameAs(request.from());
    assertThat(request.cseq()).isSameAs(request.cseq());
    assertThat(request.callId()).isSameAs(request.callId());
    assertThat(request.requestUri()).isSameAs(request.requestUri());
    assertThat(request.from().uri()).isSameAs(request.from().uri());
  }

  @Test
  void aMessageBuiltHereWasNotReceived() {
    SipMessage message = (SipMessage) SipParser.parseLocal(Messages.bytes(INVITE));
    assertThat(message.local()).isTrue();
    assertThatThrownBy(message::received).isInstanceOf(IllegalStateException.class);
  }

  /** RFC 3261 §7.3.3 and §7.3.1. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject: lunch",
        "SUBJECT: lunch",
        "subject:lunch",
        "Subject   :   lunch  ",
        "s: lunch",
        "S\t:\tlunch",
        "Subject:\n lunch",
        "Subject: \n\t lunch \n "
      })
  void nameAndSpacingDoNotMatter(String line) {
    SipRequest request = Messages.request("OPTIONS sip:h SIP/2.0\n" + line + "\nX: y\n\n");
    assertThat(request.value(HeaderType.SUBJECT)).isEqualTo("lunch");
    assertThat(request.value("sUbJeCt")).isEqualTo("lunch");
    assertThat(request.value("s")).isEqualTo("lunch");
    assertThat(request.header("X").named("x")).isTrue();
    assertThat(request.headers()).hasSize(2);
  }

  @Test
  void foldsReadAsOneBlankAndStayInTheBytes() {
    SipRequest request =
        Messages.request("OPTIONS sip:h SIP/2.0\nSubject: I know you're there,\n   pick up\n\n");
    Header subject = request.header(HeaderType.SUBJECT);
    assertThat(subject.value()).isEqualTo("I know you're there, pick up");
    assertThat(subject.octets()).hasToString("I know you're there,\r\n   pick up");
    assertThat(subject.line()).hasToString("Subject: I know you're there,\r\n   pick up\r\n");
    assertThat(subject.type()).isEqualTo(HeaderType.SUBJECT);
    SipRequest spaced = Messages.request("OPTIONS sip:h SIP/2.0\nX-Sp :   spaced   \nY:\n\n");
    assertThat(spaced.header("x-sp").untrimmed()).hasToString("spaced   ");
    assertThat(spaced.header("Y").untrimmed().length()).isZero();
  }

  /** RFC 3261 §7.3.1: these are one list, however they are spread. */
  @Test
  void valuesOfAListAreTakenApartInOrder() {
    SipRequest request =
        Messages.request(
            """
            INVITE sip:h SIP/2.0
            Route: <sip:alice@atlanta.com>, <sip:bob@biloxi.com;x=1,2>
            Subject: Lunch, now
            Route: "Carol, C." <sip:carol@chicago.com>,,sip:d@h
            Allow: INVITE,ACK ,
             BYE
            X-List: a, "b,c"

            """);
    assertThat(request.addresses(HeaderType.ROUTE))
        .extracting(NameAddress::uriText)
        .containsExactly(
            "sip:alice@atlanta.com",
            "sip:bob@biloxi.com;x=1,2",
            "sip:carol@chicago.com",
            "sip:d@h");
    assertThat(request.values(HeaderType.SUBJECT)).containsExactly("Lunch, now");
    assertThat(request.values(HeaderType.ALLOW)).containsExactly("INVITE", "ACK", "BYE");
    assertThat(request.header("x-list").values()).isEqualTo(List.of("a", "\"b,c\""));
    assertThat(request.headers("route")).hasSize(2);
  }

  @Test
  void foreignHeadersAreFoundByTheirName() {
    SipRequest request =
        Messages.request("OPTIONS sip:h SIP/2.0\nX-A: 1\nX-B: 2\nx-a: 3\nX-A2: 4\n\n");
    assertThat(request.headers("X-A")).extracting(Header::value).containsExactly("1", "3");
    assertThat(request.value("X-b")).isEqualTo("2");
    assertThat(request.value("X-C")).isNull();
    assertThat(request.header("Via")).isNull();
    assertThat(request.headers(HeaderType.OTHER)).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no colon here", ": no name", "two words: x", "é: x"})
  void aLineThatIsNoHeaderIsKeptAndReported(String line) {
    SipRequest request =
        Messages.request(
            "OPTIONS sip:h SIP/2.0\nX: y\nFrom:<sip:a@h>\n" + line + "\nTo: sip:b@h\n\n");
    assertThat(request.problem(HeaderType.MALFORMED)).isNotNull();
    assertThat(request.header(HeaderType.MALFORMED).name()).isEmpty();
    assertThat(request.to().uriText()).isEqualTo("sip:b@h");
    assertThat(request.from()).isNotNull();
  }

  /** What is malformed reads as absent, and the problem says where. */
  @ParameterizedTest
  @CsvSource({
    "CSEQ, CSeq: x OPTIONS",
    "CSEQ, CSeq: 1",
    "CSEQ, CSeq: 1OPTIONS",
    "CSEQ, CSeq: 4294967296 OPTIONS",
    "CSEQ, CSeq: 1 A B",
    "FROM, 'From: \"a <sip:b@h>'",
    "TO, To: <sip:b@h",
    "VIA, Via: SIP/2.0/UDP",
    "CONTACT, m: <sip:h",
    "CONTENT_LENGTH, l: -5",
    "CONTENT_LENGTH, Content-Length: abc",
    "CONTENT_LENGTH, Content-Length: 4294967296",
    "MAX_FORWARDS, Max-Forwards: 256",
    "EXPIRES, Expires: never",
    "CALL_ID, i:"
  })
  void aMalformedHeaderIsAProblemNotAnException(HeaderType type, String line) {
    SipRequest request = Messages.request("OPTIONS sip:h SIP/2.0\nX: y\n" + line + "\n\n");
    assertThat(request.problem(type)).isNotNull();
    assertThat(request.problem(type).offset()).isGreaterThan(request.header(type).start());
    EveryAccessor.ask(request);
    assertThat(request.cseq()).isNull();
    assertThat(request.from()).isNull();
    assertThat(request.to()).isNull();
    assertThat(request.topVia()).isNull();
    assertThat(request.address(HeaderType.CONTACT)).isNull();
    assertThat(request.contentLength()).isEqualTo(-1);
    assertThat(request.maxForwards()).isEqualTo(-1);
    assertThat(request.expires()).isEqualTo(-1);
    assertThat(request.callId()).isNull();
  }

  @Test
  void absentHeadersAreNoProblem() {
    SipRequest request = Messages.request("OPTIONS sip:h SIP/2.0\n\n");
    for (HeaderType type : HeaderType.values()) {
      assertThat(request.problem(type)).isNull();
      assertThat(request.has(type)).isFalse();
    }
    assertThat(MessageCheck.missing(request)).isEqualTo(HeaderType.VIA);
  }

  @Test
  void anAsteriskIsNoAddress() {
    SipRequest request = Messages.request("REGISTER sip:h SIP/2.0\nContact: *\nExpires: 0\n\n");
    assertThat(request.wildcardContact()).isTrue();
    assertThat(request.addresses(HeaderType.CONTACT)).isEmpty();
    assertThat(request.expires()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"2, ab", "0, ''", "4, abcd", "9, abcd", "x, abcd"})
  void contentLengthCoversTheBody(String length, String body) {
    SipRequest request =
        Messages.request("MESSAGE sip:h SIP/2.0\nContent-Length: " + length + "\n\nabcd");
    assertThat(request.body()).hasToString(body);
    assertThat(request.hasBody()).isEqualTo(!body.isEmpty());
  }

  @Test
  void withoutContentLengthTheBodyGoesToTheEnd() {
    assertThat(Messages.request("MESSAGE sip:h SIP/2.0\nX: y\n\nabcd").body()).hasToString("abcd");
    assertThat(Messages.request("MESSAGE sip:h SIP/2.0\nX: y\n").body().length()).isZero();
  }

  @Test
  void lineFeedsAloneEndLinesToo() {
    byte[] bytes =
        "OPTIONS sip:h SIP/2.0\nX: y\n z\nTo: sip:a@b\n\nbody".getBytes(StandardCharsets.US_ASCII);
    SipRequest request = (SipRequest) Messages.parse(bytes);
    assertThat(request.value("X")).isEqualTo("y z");
    assertThat(request.body()).hasToString("body");
    assertThat(request.headersEnd()).isEqualTo(request.bodyStart() - 1);
  }

  @Test
  void emptyLinesBeforeTheStartLineArePassedOver() {
    byte[] bytes = Messages.bytes("xx\n\n" + Messages.OPTIONS);
    SipRequest request =
        (SipRequest) SipParser.parse(bytes, 2, bytes.length - 2, Messages.FROM_LOOPBACK);
    assertThat(request.method()).isEqualTo("OPTIONS");
    assertThat(request.start()).isEqualTo(6);
    assertThat(request.fromTag()).isEqualTo("1");
    assertThat(request.toBytes()).isEqualTo(Messages.bytes(Messages.OPTIONS));
  }

  /** runtime.md 37, 39 and the like: bytes that are no message. */
  @ParameterizedTest
  @CsvSource({
    "x, 0",
    "'\n\n', 4",
    "OPTIONS sip:h SIP/2.0, 0",
    "'OPTIONS sip:h SIP/3.0\n\n', 14",
    "'OPTIONS SIP/2.0\n\n', 8",
    "'OPTIONS\n\n', 7",
    "'(OPTIONS) sip:h SIP/2.0\n\n', 0",
    "'GET / HTTP/1.1\n\n', 6",
    "'SIP/2.0 99 X\n\n', 8",
    "'SIP/2.0 700 X\n\n', 8",
    "'SIP/2.0 2000 X\n\n', 8",
    "'SIP/2.0\n\n', 0",
    "'SIP/3.0 200 OK\n\n', 0",
    "'OPTIONS sip:h SIP/2.0\nX: y', 23"
  })
  void whatIsNoMessageIsAProblem(String text, int offset) {
    assertThat(Messages.problem(text).offset()).isEqualTo(offset);
    assertThat(Messages.problem(text).reason()).isNotEmpty();
  }

  @Test
  void aStatusLineNeedsNoReason() {
    assertThat(Messages.response("SIP/2.0 200\n\n").reason()).isEmpty();
    assertThat(Messages.response("SIP/2.0 200 \n\n").reason()).isEmpty();
    assertThat(Messages.response("sip/2.0 603 Not \"now\"\n\n").reason()).isEqualTo("Not \"now\"");
  }

  @Test
  void textThatIsNoUtf8IsReadByteForByte() {
    byte[] bytes = Messages.bytes("OPTIONS sip:h SIP/2.0\nX: ?ber\nY: über\n\n");
    bytes[26] = (byte) 0xfc;
    SipRequest request = (SipRequest) Messages.parse(bytes);
    assertThat(request.value("X")).isEqualTo("über");
    assertThat(request.value("Y")).isEqualTo("über");
  }
}

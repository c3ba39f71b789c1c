// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 3261 §8.2.6, RFC 3581 §4 and lumps.md §9 with its cases 51 to 57. */
class ResponseBuilderTest {

  private static final String REQUEST =
      """
      INVITE sip:bob@b.example SIP/2.0
      Record-Route: <sip:1.2.3.4;lr>
      CSeq: 1 INVITE
      v: SIP/2.0/UDP 127.0.0.1:22012;branch=z9hG4bKx
      Max-Forwards: 70
      Timestamp: 54
      To: <sip:bob@b.example>
       ;x=1
      f: <sip:alice@a.example>;tag=ft1
      Contact: <sip:alice@127.0.0.1>
      i: c-rep1
      Via: SIP/2.0/TCP second
      Content-Length: 0

      """;

  private static String write(ResponseBuilder builder) {
    OutputBuffer out = new OutputBuffer(16);
    builder.writeTo(out);
    return Messages.text(out);
  }

  @Test
  void orderSpellingAndFoldsOfTheRequestStay() {
    SipRequest request = Messages.request(REQUEST);
    assertThat(
            write(
                ResponseBuilder.to(request, 200, "OK")
                    .toTag("t1")
                    .header("X-R", "1")
                    .headerLines("X-R: 2")
                    .headerLines("Server: s\r\n")
                    .lastLines("Warning: 392 h \"x\"\r\n")))
        .isEqualTo(
            """
            SIP/2.0 200 OK
            Record-Route: <sip:1.2.3.4;lr>
            CSeq: 1 INVITE
            v: SIP/2.0/UDP 127.0.0.1:22012;branch=z9hG4bKx
            To: <sip:bob@b.example>
             ;x=1;tag=t1
            f: <sip:alice@a.example>;tag=ft1
            i: c-rep1
            Via: SIP/2.0/TCP second
            X-R: 1
            X-R: 2
            Server: s
            Content-Length: 0
            Warning: 392 h "x"

            """);
  }

  @ParameterizedTest
  @CsvSource({"100, false, true", "180, true, false", "200, true, false", "302, false, false"})
  void recordRouteAndTimestampFollowTheCode(int code, boolean recordRoute, boolean timestamp) {
    String text = write(ResponseBuilder.to(Messages.request(REQUEST), code, "X"));
    assertThat(text.contains("Record-Route:")).isEqualTo(recordRoute);
    assertThat(text.contains("Timestamp: 54")).isEqualTo(timestamp);
    assertThat(text).doesNotContain("tag=t");
    assertThat(write(ResponseBuilder.to(Messages.request(REQUEST), 404, "X").recordRoute(true)))
        .contains("Record-Route:");
  }

  @Test
  void anExistingToTagStays() {
    SipRequest request = Messages.request(REQUEST.replace(";x=1", ";tag=old"));
    assertThat(write(ResponseBuilder.to(request, 200, "OK").toTag("new")))
        .contains(";tag=old\n")
        .doesNotContain("new");
  }

  /** What the top Via says, and what goes into the response for a request from 127.0.0.1:22012. */
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:22012;branch=b, 127.0.0.1:22012;branch=b",
    "127.0.0.1;branch=b, 127.0.0.1;branch=b",
    "127.0.0.1:9;rport;branch=b, 127.0.0.1:9;rport=22012;branch=b;received=127.0.0.1",
    "10.0.0.1:5080;rport;branch=b;foo=1, "
        + "10.0.0.1:5080;rport=22012;branch=b;foo=1;received=127.0.0.1",
    "10.0.0.1;branch=b;rport, 10.0.0.1;branch=b;rport=22012;received=127.0.0.1",
    "10.0.0.1;rport=7;branch=b, 10.0.0.1;rport=22012;branch=b;received=127.0.0.1",
    "10.0.0.1;rport=, 10.0.0.1;rport=22012;received=127.0.0.1",
    "h.example;branch=b, h.example;branch=b;received=127.0.0.1",
    "h.example;received=9.9.9.9;branch=b, h.example;received=127.0.0.1;branch=b",
    "h;received=9.9.9.9;rport;x, h;received=127.0.0.1;rport=22012;x",
    "h;rport;received=9.9.9.9;x, h;rport=22012;received=127.0.0.1;x",
    "h;rport;received=9.9.9.9, h;rport=22012;received=127.0.0.1",
    "h;branch=b (note), h;branch=b;received=127.0.0.1 (note)",
    "127.0.0.10, 127.0.0.10;received=127.0.0.1",
    "'h;x , SIP/2.0/UDP next', 'h;x;received=127.0.0.1 , SIP/2.0/UDP next'"
  })
  void whereTheRequestCameFromIsNoted(String sent, String returned) {
    SipRequest request =
        Messages.request("OPTIONS sip:h SIP/2.0\nVia: SIP/2.0/UDP " + sent + "\n\n");
    assertThat(write(ResponseBuilder.to(request, 200, "OK")))
        .contains("Via: SIP/2.0/UDP " + returned + "\n");
  }

  @Test
  void forcedRportIsAddedToAViaWithoutIt() {
    SipRequest request = Messages.request(Messages.OPTIONS);
    request.forceRport();
    assertThat(write(ResponseBuilder.to(request, 200, "OK")))
        .contains("UDP 127.0.0.1:22012;rport=22012;branch=z9hG4bK-1-1-0\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'[2001:db8::1]:5', '[2001:db8::1]:5'",
    "'[2001:DB8:0:0::1]:5', '[2001:DB8:0:0::1]:5'",
    "'[2001:db8::2]', '[2001:db8::2];received=2001:db8::1'",
    "h;rport, h;rport=5;received=2001:db8::1"
  })
  void sixIsNotedLikeFour(String sent, String returned) {
    SipRequest request =
        Messages.request(
            "OPTIONS sip:h SIP/2.0\nVia: SIP/2.0/UDP " + sent + "\n\n",
            Messages.from("2001:db8::1", 5));
    assertThat(write(ResponseBuilder.to(request, 200, "OK")))
        .contains("Via: SIP/2.0/UDP " + returned + "\n");
  }

  @Test
  void copiedLinesKeepTheirLineFeedsButViaEndsWithBoth() {
    byte[] bytes =
        "OPTIONS sip:h SIP/2.0\nVia: SIP/2.0/UDP 127.0.0.1\nFrom: <sip:a@h>\nTo: <sip:b@h>\n\n"
            .getBytes(StandardCharsets.US_ASCII);
    OutputBuffer out = new OutputBuffer();
    ResponseBuilder.to((SipRequest) Messages.parse(bytes), 200, "OK").toTag("t").writeTo(out);
    assertThat(out)
        .hasToString(
            "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 127.0.0.1\r\nFrom: <sip:a@h>\n"
                + "To: <sip:b@h>;tag=t\nContent-Length: 0\r\n\r\n");
  }

  @Test
  void aBodyComesWithTypeAndLength() {
    SipResponse response =
        ResponseBuilder.to(Messages.request(Messages.OPTIONS), 488, "Not Acceptable Here")
            .toTag("t")
            .body("hi thére", "text/plain")
            .build();
    assertThat(response.statusCode()).isEqualTo(488);
    assertThat(response.toTag()).isEqualTo("t");
    assertThat(response.value(HeaderType.CONTENT_TYPE)).isEqualTo("text/plain");
    assertThat(response.contentLength()).isEqualTo(9);
    assertThat(response.body()).hasToString("hi thére");
    assertThat(response.local()).isTrue();
    assertThat(MessageCheck.problem(response)).isNull();
  }

  @Test
  void aMalformedRequestIsAnsweredAsFarAsItGoes() {
    SipRequest request =
        Messages.request(
            "OPTIONS sip:h SIP/2.0\nVia: SIP/2.0/UDP h;branch=\"\nTo: \"x <sip:a@h>\nCSeq: x\n\n");
    assertThat(write(ResponseBuilder.to(request, 400, "Bad").toTag("t")))
        .contains("To: \"x <sip:a@h>\nCSeq: x\n");
  }

  @Test
  void onlyRealCodesAreAnswered() {
    SipRequest request = Messages.request(Messages.OPTIONS);
    assertThatThrownBy(() -> ResponseBuilder.to(request, 99, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ResponseBuilder.to(request, 700, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(write(ResponseBuilder.to(request, 500, ""))).startsWith("SIP/2.0 500 \n");
  }

  /** Cases 51, 59, 60 and 84, the better way: the last body with its one type. */
  @Test
  void whatTheScriptAddsIsInEveryResponse() {
    ReplyEdits edits = new ReplyEdits();
    assertThat(edits.isEmpty()).isTrue();
    edits.appendHeader("X-R: 1\r\n");
    edits.body("aa".getBytes(StandardCharsets.UTF_8), "text/plain");
    edits.body("hi there".getBytes(StandardCharsets.UTF_8), "text/html");
    SipRequest request = Messages.request(Messages.OPTIONS);
    assertThat(write(ResponseBuilder.to(request, 183, "Progress").edits(edits)))
        .endsWith("X-R: 1\nContent-Type: text/html\nContent-Length: 8\n\nhi there");
    edits.appendHeader("X-R: 2");
    assertThat(write(ResponseBuilder.to(request, 480, "Gone").edits(edits)))
        .contains("X-R: 1\nContent-Type: text/html\nX-R: 2\n");
    assertThat(edits.isEmpty()).isFalse();
  }
}

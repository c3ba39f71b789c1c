// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** lumps.md §4, §5, §7 and §8: messages on their way through this server. */
class RelayTest {

  private static final String REQUEST =
      """
      MESSAGE sip:plain@b.example SIP/2.0
      x-First:  kept  as it is\s
      Via: SIP/2.0/UDP 127.0.0.1:22012;branch=z9hG4bKxplain
      f: <sip:alice@a.example>;tag=ft1
      Subject: folded
       twice
      Content-Length: 3

      hello
      """;

  private static final OutgoingVia UDP = new OutgoingVia(Messages.UDP_POINT, "z9hG4bK1.2.0");
  private static final OutgoingVia TCP = new OutgoingVia(Messages.TCP_POINT, "z9hG4bK1.2.0");

  private static String relayed(SipRequest request, OutgoingVia via) {
    OutputBuffer out = new OutputBuffer();
    request.writeTo(out, via);
    return Messages.text(out);
  }

  private static String relayed(SipResponse response) {
    OutputBuffer out = new OutputBuffer();
    response.relayTo(out, Messages.UDP_POINT);
    return Messages.text(out);
  }

  /** Case 1. */
  @Test
  void aRequestGetsAViaAndKeepsTheRest() {
    assertThat(relayed(Messages.request(REQUEST), UDP))
        .isEqualTo(
            REQUEST.replace("Via:", "Via: SIP/2.0/UDP 127.0.0.1:22000;branch=z9hG4bK1.2.0\nVia:"));
  }

  /** §3.5, cases 4 and 40: the local Via stands before the first received one. */
  @Test
  void insertedLinesStandAboveTheVia() {
    SipRequest request = Messages.request(REQUEST.replace("x-First:  kept  as it is \n", ""));
    request.edits().insertHeader("X-B: 1");
    assertThat(relayed(request, UDP)).contains("SIP/2.0\nX-B: 1\nVia: SIP/2.0/UDP 127.0.0.1:22000");
  }

  /** Case 37. */
  @Test
  void onlyTheNewViaLeavesWhenTheOthersAreRemoved() {
    SipRequest request = Messages.request(REQUEST.replace("127.0.0.1:22012;", "h;rport;"));
    request.edits().removeHeaders("Via");
    assertThat(relayed(request, UDP))
        .contains("is \nVia: SIP/2.0/UDP 127.0.0.1:22000;branch=z9hG4bK1.2.0\nf: ");
  }

  /** Cases 43 to 45. */
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:22012;branch=b, 127.0.0.1:22012;branch=b",
    "h.example:22560;branch=b, h.example:22560;received=127.0.0.1;branch=b",
    "h.example:22560;rport;branch=b;q=1, "
        + "h.example:22560;received=127.0.0.1;rport=22012;branch=b;q=1",
    "127.0.0.1;rport=9;branch=b, 127.0.0.1;received=127.0.0.1;rport=22012;branch=b",
    "h;received=1.2.3.4;branch=b, h;received=127.0.0.1;branch=b",
    "h;rport;received=1.2.3.4, h;rport=22012;received=127.0.0.1",
    "'h;rport;branch=a , SIP/2.0/UDP 1.1.1.1;x', "
        + "'h;received=127.0.0.1;rport=22012;branch=a , SIP/2.0/UDP 1.1.1.1;x'"
  })
  void whereTheRequestCameFromIsNoted(String sent, String relayed) {
    SipRequest request =
        Messages.request("OPTIONS sip:h SIP/2.0\nVia: SIP/2.0/UDP " + sent + "\n\n");
    assertThat(relayed(request, UDP)).contains("Via: SIP/2.0/UDP " + relayed + "\n");
  }

  @Test
  void forcedRportIsAdded() {
    SipRequest request = Messages.request(REQUEST);
    request.forceRport();
    assertThat(relayed(request, UDP)).contains("127.0.0.1:22012;rport=22012;branch=z9hG4bKxplain");
  }

  /** Cases 26 and 27: streams need Content-Length, and it has to be right. */
  @Test
  void streamsCarryTheRightLength() {
    SipRequest wrong = Messages.request(REQUEST);
    assertThat(relayed(wrong, TCP)).contains("Content-Length: 7\n\nhello\n");
    assertThat(relayed(wrong, UDP)).contains("Content-Length: 3\n\nhello\n");
    SipRequest none = Messages.request(REQUEST.replace("Content-Length: 3\n", ""));
    none.edits().appendHeader("X: 1");
    assertThat(relayed(none, TCP)).endsWith("X: 1\nContent-Length: 7\n\nhello\n");
    assertThat(relayed(none, UDP)).endsWith("X: 1\n\nhello\n");
  }

  /** Cases 46 and 47. */
  @Test
  void theViaTellsPortRportAndConnection() {
    OutputBuffer out = new OutputBuffer();
    TCP.withConnection(26).withRport().writeTo(out);
    assertThat(out)
        .hasToString("Via: SIP/2.0/TCP 127.0.0.1:22001;branch=z9hG4bK1.2.0;i=1a;rport\r\n");
    ListeningPoint plain =
        new ListeningPoint(
            0, TransportProtocol.UDP, Messages.UDP_POINT.address(), null, "[::1]", 5060);
    new OutgoingVia(plain, "b").writeTo(out.clear());
    assertThat(out).hasToString("Via: SIP/2.0/UDP [::1];branch=b\r\n");
  }

  /** §4: a text that depends on where the message leaves. */
  @Test
  void lateTextIsWrittenForEachDeparture() {
    SipRequest request = Messages.request(REQUEST);
    request
        .edits()
        .insert(
            request.headersStart(),
            (out, departure) -> {
              if (departure.sender().protocol().reliable()) {
                out.append("X-Sender: ").append(departure.sender().sentByPort()).crlf();
              }
            });
    assertThat(relayed(request, TCP)).contains("SIP/2.0\nX-Sender: 22001\nx-First");
    assertThat(relayed(request, UDP)).contains("SIP/2.0\nx-First");
  }

  @Test
  void aRequestBuiltHereHasNoSenderToNote() {
    SipRequest request = (SipRequest) SipParser.parseLocal(Messages.bytes(REQUEST));
    assertThat(relayed(request, UDP)).doesNotContain("received=");
  }

  /** §8 and cases 49, 50. */
  @Test
  void aResponseLosesItsTopViaOnly() {
    String two =
        """
        SIP/2.0 200 OK
        X-First: 1
        Via: SIP/2.0/UDP ours;branch=b
        Via: SIP/2.0/UDP client
        s:  odd\s
         spacing
        Content-Length: 4

        body\
        """;
    assertThat(relayed(Messages.response(two)))
        .isEqualTo(two.replace("Via: SIP/2.0/UDP ours;branch=b\n", ""));
    String one = two.replace("branch=b\nVia: ", "branch=b ,\n ");
    assertThat(relayed(Messages.response(one)))
        .isEqualTo(two.replace("Via: SIP/2.0/UDP ours;branch=b\n", ""));
  }

  @Test
  void aResponseTakesItsEditsAlong() {
    SipResponse response = Messages.response("SIP/2.0 200 OK\nVia: SIP/2.0/UDP ours\nX: y\n\n");
    response.edits().setBody("newbody".getBytes(StandardCharsets.UTF_8), "text/x");
    response.edits().status(299, "Changed");
    assertThat(relayed(response))
        .isEqualTo("SIP/2.0 299 Changed\nX: y\nContent-Type: text/x\nContent-Length: 7\n\nnewbody");
  }
}

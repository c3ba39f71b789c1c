// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.sip.TransportProtocol.TCP;
import static org.signalbox.sip.TransportProtocol.UDP;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;

/** RFC 3261 §17.2.3, §17.1.3 and §9.2. */
class MatchingTest {
  private final Rig rig = new Rig();

  private ServerTransaction serve(String text) {
    SipRequest request = (SipRequest) rig.arrive(UDP, text);
    rig.news();
    return (ServerTransaction) rig.layer.newServerTransaction(request);
  }

  @Test
  void anotherSentByIsAnotherTransaction() {
    serve(Rig.request("OPTIONS", "z9hG4bK1"));
    rig.arrive(UDP, Rig.request("OPTIONS", "z9hG4bK1").replace("192.0.2.2:5070", "192.0.2.3"));
    assertThat(rig.news()).containsExactly("request OPTIONS");
  }

  @Test
  void sentByIsComparedAsAHost() {
    serve(Rig.request("OPTIONS", "z9hG4bK1").replace("UDP 192.0.2.2:5070", "UDP Peer.example"));
    rig.arrive(
        UDP,
        Rig.request("OPTIONS", "z9hG4bK1").replace("UDP 192.0.2.2:5070", "UDP peer.EXAMPLE:5060"));
    assertThat(rig.news()).isEmpty();
  }

  @Test
  void anotherMethodIsAnotherTransaction() {
    serve(Rig.request("OPTIONS", "z9hG4bK1"));
    rig.arrive(UDP, Rig.request("MESSAGE", "z9hG4bK1"));
    rig.arrive(UDP, Rig.request("FOO", "z9hG4bK1"));
    assertThat(rig.news()).containsExactly("request MESSAGE", "request FOO");
  }

  @Test
  void aCancelFindsItsInvite() {
    ServerTransaction invite = serve(Rig.request("INVITE", "z9hG4bK1"));
    rig.arrive(UDP, Rig.request("CANCEL", "z9hG4bK1"));
    assertThat(rig.news()).containsExactly("cancel INVITE");
    assertThat(rig.lastInvite).isSameAs(invite);
    assertThat(invite.cancelled()).isTrue();
  }

  @Test
  void aRepeatedCancelIsAbsorbed() {
    serve(Rig.request("INVITE", "z9hG4bK1"));
    rig.arrive(UDP, Rig.request("CANCEL", "z9hG4bK1"));
    SipRequest cancel = rig.requests.get(1);
    ServerTransaction own = (ServerTransaction) rig.layer.newServerTransaction(cancel);
    own.reply(Rig.response(cancel, 200, "canceling"));
    rig.arrive(UDP, Rig.request("CANCEL", "z9hG4bK1"));
    assertThat(rig.news()).containsExactly("cancel INVITE");
    assertThat(rig.network.departures())
        .extracting(d -> d.startLine())
        .containsExactly("SIP/2.0 200 canceling", "SIP/2.0 200 canceling");
  }

  @Test
  void aCancelWithoutInviteIsSaidToBe() {
    rig.arrive(UDP, Rig.request("CANCEL", "z9hG4bK1"));
    serve(Rig.request("OPTIONS", "z9hG4bK2"));
    rig.arrive(UDP, Rig.request("CANCEL", "z9hG4bK2"));
    assertThat(rig.news()).containsExactly("cancel nothing");
    assertThat(rig.requests).hasSize(3);
  }

  @Test
  void aCancelAfterTheFinalReplyDoesNotCancel() {
    ServerTransaction invite = serve(Rig.request("INVITE", "z9hG4bK1"));
    invite.reply(Rig.response(invite.request(), 200, "OK"));
    rig.arrive(UDP, Rig.request("CANCEL", "z9hG4bK1"));
    assertThat(rig.news()).containsExactly("cancel INVITE");
    assertThat(invite.cancelled()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "z9hG4bK"})
  void peersOfRfc2543AreMatchedByTheWholeCall(String branch) {
    ServerTransaction invite = serve(Rig.request("INVITE", branch));
    rig.arrive(UDP, Rig.request("INVITE", branch));
    assertThat(rig.news()).isEmpty();
    SipResponse busy = Rig.response(invite.request(), 486, "Busy Here");
    invite.reply(busy);
    rig.arrive(UDP, Rig.request("ACK", "UDP", branch, ";tag=wrong"));
    assertThat(invite.state()).isEqualTo(TransactionState.COMPLETED);
    rig.arrive(UDP, Rig.request("CANCEL", branch));
    assertThat(rig.news()).containsExactly("ack nothing", "cancel INVITE");
    rig.arrive(UDP, Rig.request("ACK", "UDP", branch, ";tag=" + busy.toTag()));
    assertThat(invite.state()).isEqualTo(TransactionState.CONFIRMED);
    rig.nothingIsLeft();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sip:bob@192.0.2.1 SIP|sip:eve@192.0.2.1 SIP",
        "tag=a|tag=x",
        "call-1|call-9",
        "CSeq: 1|CSeq: 2",
        "5070|5071"
      })
  void whatDiffersIsAnotherRequestToAPeerOfRfc2543(String change) {
    String[] fromTo = change.split("\\|");
    serve(Rig.request("INVITE", ""));
    rig.arrive(UDP, Rig.request("INVITE", "").replace(fromTo[0], fromTo[1]));
    assertThat(rig.news()).containsExactly("request INVITE");
  }

  @Test
  void aResponseOfAnotherMethodIsDropped() {
    rig.client(UDP, "INVITE");
    String ok =
        rig.network
            .departures()
            .get(0)
            .text()
            .lines()
            .filter(line -> line.startsWith("Via"))
            .findFirst()
            .orElseThrow();
    rig.arrive(UDP, "SIP/2.0 200 OK\r\n" + ok + "\r\nCSeq: 9 OPTIONS\r\nContent-Length: 0\r\n\r\n");
    assertThat(rig.news()).isEmpty();
  }

  @Test
  void whatHasNoViaIsDropped() {
    rig.client(UDP, "OPTIONS");
    rig.arrive(UDP, "SIP/2.0 200 OK\r\nCSeq: 9 OPTIONS\r\nContent-Length: 0\r\n\r\n");
    String request = "OPTIONS sip:a SIP/2.0\r\nCall-ID: 1\r\nCSeq: 1 OPTIONS\r\n\r\n";
    rig.arrive(TCP, request);
    assertThat(rig.news()).isEmpty();
    assertThat(rig.layer.newServerTransaction(Rig.parseRequest(TCP, request)))
        .isEqualTo(Admission.Refused.NOT_POSSIBLE);
    assertThat(rig.network.count()).isEqualTo(1);
  }
}

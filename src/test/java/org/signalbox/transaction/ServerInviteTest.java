// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.sip.TransportProtocol.TCP;
import static org.signalbox.sip.TransportProtocol.UDP;

import org.junit.jupiter.api.Test;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;

/** RFC 3261 figure 7 with the Accepted state of RFC 6026. */
class ServerInviteTest {
  private final Rig rig = new Rig();

  @Test
  void aSlowUserGetsA100SentAfter200Milliseconds() {
    ServerTransaction transaction = rig.server(UDP, "INVITE");
    assertThat(transaction.state()).isEqualTo(TransactionState.PROCEEDING);
    rig.advance(199);
    assertThat(rig.network.count()).isZero();
    rig.advance(1);
    assertThat(rig.network.departures().get(0).startLine()).isEqualTo("SIP/2.0 100 Trying");
    rig.arrive(UDP, Rig.request("INVITE", "z9hG4bKpeer1"));
    assertThat(rig.network.departures().get(1).startLine()).isEqualTo("SIP/2.0 100 Trying");
  }

  @Test
  void whoeverFindsTheTransactionFindsWhatItsUserKeepsWithIt() {
    SipRequest invite = (SipRequest) rig.arrive(UDP, Rig.request("INVITE", "z9hG4bKpeer1"));
    Admission admission = rig.layer.newServerTransaction(invite, "kept");
    assertThat(admission).isInstanceOf(ServerTransaction.class);
    assertThat(rig.layer.inviteOf(invite)).isSameAs(admission);
    assertThat(((ServerTransaction) admission).attachment()).isEqualTo("kept");
  }

  @Test
  void anAnswerToACancelThatIsQuickerThanTheClockEndsTheTransaction() {
    SipRequest invite = (SipRequest) rig.arrive(UDP, Rig.request("INVITE", "z9hG4bKpeer1"));
    ServerTransaction transaction = new ServerTransaction(rig.layer, 0, invite, rig.layer.timers());
    transaction.reply(Rig.response(invite, 487, "Request Terminated"));
    transaction.begin();
    rig.advance(200_000);
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
  }

  @Test
  void aQuickUserGetsNo100Sent() {
    ServerTransaction transaction = rig.server(UDP, "INVITE");
    transaction.reply(Rig.response(transaction.request(), 180, "Ringing"));
    rig.advance(10_000);
    assertThat(rig.network.count()).isEqualTo(1);
    assertThat(transaction.reply(Rig.response(transaction.request(), 100, "Trying"))).isFalse();
  }

  @Test
  void the100CanBeSwitchedOff() {
    Rig quiet =
        new Rig(
            TransactionTimers.DEFAULT.withTrying(java.time.Duration.ZERO),
            TransactionBounds.DEFAULT);
    quiet.server(UDP, "INVITE");
    quiet.advance(10_000);
    assertThat(quiet.network.count()).isZero();
  }

  @Test
  void aNegativeFinalIsRepeatedUntilTimerH() {
    ServerTransaction transaction = rig.server(UDP, "INVITE");
    transaction.reply(Rig.response(transaction.request(), 486, "Busy Here"));
    assertThat(transaction.state()).isEqualTo(TransactionState.COMPLETED);
    rig.nothingIsLeft();
    assertThat(rig.instants())
        .containsExactly(0.0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5);
    assertThat(rig.news()).containsExactly("request INVITE", "expired INVITE");
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
  }

  @Test
  void anAcceptanceFromDownstreamGoesOnBehindANegativeFinal() {
    ServerTransaction transaction = rig.server(UDP, "INVITE");
    transaction.reply(Rig.response(transaction.request(), 408, "Request Timeout"));
    assertThat(transaction.relay(Rig.response(transaction.request(), 486, "Busy"))).isFalse();
    assertThat(transaction.relay(Rig.response(transaction.request(), 200, "OK"))).isTrue();
    assertThat(rig.network.departures().get(1).startLine()).isEqualTo("SIP/2.0 200 OK");
    assertThat(transaction.state()).isEqualTo(TransactionState.COMPLETED);
    assertThat(transaction.lastStatus()).isEqualTo(408);
  }

  @Test
  void theAckEndsTheRepetitionAndIsAbsorbedUntilTimerI() {
    ServerTransaction transaction = rig.server(UDP, "INVITE");
    transaction.reply(Rig.response(transaction.request(), 486, "Busy Here"));
    rig.advance(600);
    rig.arrive(UDP, Rig.request("ACK", "z9hG4bKpeer1"));
    assertThat(transaction.state()).isEqualTo(TransactionState.CONFIRMED);
    rig.advance(4_999);
    rig.arrive(UDP, Rig.request("ACK", "z9hG4bKpeer1"));
    rig.arrive(UDP, Rig.request("INVITE", "z9hG4bKpeer1"));
    assertThat(rig.instants()).containsExactly(0.0, 0.5);
    rig.advance(1);
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
    assertThat(rig.news()).containsExactly("request INVITE");
    rig.nothingIsLeft();
  }

  @Test
  void overStreamsNothingIsRepeatedAndTimerIIsZero() {
    ServerTransaction transaction = rig.server(TCP, "INVITE");
    transaction.reply(Rig.response(transaction.request(), 486, "Busy Here"));
    rig.advance(20_000);
    assertThat(rig.network.count()).isEqualTo(1);
    rig.arrive(TCP, Rig.request("ACK", "TCP", "z9hG4bKpeer1", ";tag=b"));
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
    assertThat(rig.news()).containsExactly("request INVITE");
    rig.nothingIsLeft();
  }

  @Test
  void aRetransmissionInCompletedGetsTheFinalAgain() {
    ServerTransaction transaction = rig.server(UDP, "INVITE");
    transaction.reply(Rig.response(transaction.request(), 404, "Not Found"));
    rig.advance(100);
    rig.arrive(UDP, Rig.request("INVITE", "z9hG4bKpeer1"));
    assertThat(rig.instants()).containsExactly(0.0, 0.1);
  }

  @Test
  void anAcceptedInviteAnswersRetransmissionsAndPassesFurther2xxUntilTimerL() {
    ServerTransaction transaction = rig.server(UDP, "INVITE");
    SipResponse ok = Rig.response(transaction.request(), 200, "OK");
    assertThat(transaction.reply(ok)).isTrue();
    assertThat(transaction.state()).isEqualTo(TransactionState.ACCEPTED);
    rig.arrive(UDP, Rig.request("INVITE", "z9hG4bKpeer1"));
    rig.advance(31_999);
    assertThat(rig.network.count()).isEqualTo(2);
    assertThat(transaction.reply(ok)).isTrue();
    assertThat(transaction.reply(Rig.response(transaction.request(), 486, "Busy"))).isFalse();
    assertThat(rig.network.count()).isEqualTo(3);
    rig.advance(1);
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
    assertThat(transaction.reply(ok)).isFalse();
    assertThat(rig.news()).containsExactly("request INVITE");
    rig.nothingIsLeft();
  }

  @Test
  void anAckInAcceptedGoesToTheUser() {
    ServerTransaction transaction = rig.server(UDP, "INVITE");
    transaction.reply(Rig.response(transaction.request(), 200, "OK"));
    rig.arrive(UDP, Rig.request("ACK", "z9hG4bKpeer1"));
    assertThat(rig.news()).containsExactly("request INVITE", "ack INVITE");
  }

  @Test
  void theAckOfA2xxGoesToTheUserWithoutATransaction() {
    ServerTransaction transaction = rig.server(UDP, "INVITE");
    transaction.reply(Rig.response(transaction.request(), 200, "OK"));
    rig.arrive(UDP, Rig.request("ACK", "z9hG4bKanother"));
    assertThat(rig.news()).containsExactly("request INVITE", "ack nothing");
  }

  @Test
  void aLocal2xxIsRepeatedUntilItsAckComesAlsoOverStreams() {
    ServerTransaction transaction = rig.server(TCP, "INVITE");
    SipResponse ok = Rig.response(transaction.request(), 200, "OK");
    assertThat(transaction.replyUntilAcknowledged(ok)).isTrue();
    rig.advance(1_600);
    assertThat(rig.instants()).containsExactly(0.0, 0.5, 1.5);
    String ack = Rig.request("ACK", "TCP", "z9hG4bKanother", ";tag=" + ok.toTag());
    rig.arrive(TCP, ack);
    rig.advance(10_000);
    rig.arrive(TCP, ack);
    assertThat(rig.network.count()).isEqualTo(3);
    assertThat(rig.news()).containsExactly("request INVITE", "ack INVITE", "ack INVITE");
    rig.nothingIsLeft();
    assertThat(rig.news()).isEmpty();
    rig.arrive(TCP, ack);
    assertThat(rig.news()).containsExactly("ack nothing");
  }

  @Test
  void aLocal2xxWithoutAckExpires() {
    ServerTransaction transaction = rig.server(UDP, "INVITE");
    transaction.replyUntilAcknowledged(Rig.response(transaction.request(), 200, "OK"));
    rig.nothingIsLeft();
    assertThat(rig.instants())
        .containsExactly(0.0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5);
    assertThat(rig.news()).containsExactly("request INVITE", "expired INVITE");
  }

  @Test
  void provisionalRepliesKeepARingingInviteAlive() {
    ServerTransaction transaction = rig.server(UDP, "INVITE");
    transaction.reply(Rig.response(transaction.request(), 180, "Ringing"));
    rig.advance(179_000);
    transaction.reply(Rig.response(transaction.request(), 180, "Ringing"));
    rig.advance(179_999);
    assertThat(transaction.state()).isEqualTo(TransactionState.PROCEEDING);
    rig.advance(1);
    assertThat(rig.news()).containsExactly("request INVITE", "expired INVITE");
    rig.nothingIsLeft();
  }

  @Test
  void anEarlyAckIsAbsorbed() {
    rig.server(UDP, "INVITE");
    rig.arrive(UDP, Rig.request("ACK", "z9hG4bKpeer1"));
    assertThat(rig.news()).containsExactly("request INVITE");
  }
}

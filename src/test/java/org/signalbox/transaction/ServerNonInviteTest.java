// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.sip.TransportProtocol.TCP;
import static org.signalbox.sip.TransportProtocol.UDP;

import org.junit.jupiter.api.Test;
import org.signalbox.transport.SendOutcome;

/** RFC 3261 figure 8. */
class ServerNonInviteTest {
  private final Rig rig = new Rig();

  @Test
  void aNewRequestGoesToTheUserAndLeavesNoTrace() {
    rig.arrive(UDP, Rig.request("OPTIONS", "z9hG4bK1"));
    assertThat(rig.news()).containsExactly("request OPTIONS");
    assertThat(rig.layer.serverTransactions()).isZero();
    assertThat(rig.wheel.waiting()).isZero();
  }

  @Test
  void aRetransmissionIsAbsorbedWhileTrying() {
    ServerTransaction transaction = rig.server(UDP, "OPTIONS");
    assertThat(transaction.state()).isEqualTo(TransactionState.TRYING);
    rig.arrive(UDP, Rig.request("OPTIONS", "z9hG4bKpeer1"));
    assertThat(rig.news()).containsExactly("request OPTIONS");
    assertThat(rig.network.count()).isZero();
  }

  @Test
  void aRetransmissionGetsTheLastProvisionalAgain() {
    ServerTransaction transaction = rig.server(UDP, "OPTIONS");
    assertThat(transaction.reply(Rig.response(transaction.request(), 182, "Queued"))).isTrue();
    assertThat(transaction.state()).isEqualTo(TransactionState.PROCEEDING);
    rig.arrive(UDP, Rig.request("OPTIONS", "z9hG4bKpeer1"));
    assertThat(rig.network.departures())
        .extracting(d -> d.startLine())
        .containsExactly("SIP/2.0 182 Queued", "SIP/2.0 182 Queued");
  }

  @Test
  void aRetransmissionGetsTheFinalAgainUntilTimerJ() {
    ServerTransaction transaction = rig.server(UDP, "OPTIONS");
    transaction.reply(Rig.response(transaction.request(), 200, "OK"));
    assertThat(transaction.state()).isEqualTo(TransactionState.COMPLETED);
    rig.advance(4_999);
    rig.arrive(UDP, Rig.request("OPTIONS", "z9hG4bKpeer1"));
    assertThat(rig.network.count()).isEqualTo(2);
    assertThat(rig.network.departures().get(0).text())
        .isEqualTo(rig.network.departures().get(1).text());
    rig.advance(1);
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
    rig.nothingIsLeft();
    rig.arrive(UDP, Rig.request("OPTIONS", "z9hG4bKpeer1"));
    assertThat(rig.news()).containsExactly("request OPTIONS", "request OPTIONS");
  }

  @Test
  void timerJIsZeroOverStreams() {
    ServerTransaction transaction = rig.server(TCP, "OPTIONS");
    transaction.reply(Rig.response(transaction.request(), 200, "OK"));
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
    assertThat(rig.layer.serverTransactions()).isZero();
    assertThat(rig.wheel.waiting()).isZero();
  }

  @Test
  void nothingFollowsAFinalReply() {
    ServerTransaction transaction = rig.server(UDP, "OPTIONS");
    transaction.reply(Rig.response(transaction.request(), 404, "Not Found"));
    assertThat(transaction.reply(Rig.response(transaction.request(), 200, "OK"))).isFalse();
    assertThat(transaction.reply(Rig.response(transaction.request(), 180, "Ringing"))).isFalse();
    assertThat(rig.network.count()).isEqualTo(1);
    assertThat(transaction.lastStatus()).isEqualTo(404);
  }

  @Test
  void aForgottenRequestExpiresAfterItsLifetime() {
    ServerTransaction transaction = rig.server(UDP, "MESSAGE");
    rig.advance(31_999);
    assertThat(transaction.state()).isEqualTo(TransactionState.TRYING);
    rig.advance(1);
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
    assertThat(rig.news()).containsExactly("request MESSAGE", "expired MESSAGE");
    assertThat(rig.network.count()).isZero();
    rig.nothingIsLeft();
  }

  @Test
  void aReleasedRequestIsAbsorbedForAWhile() {
    ServerTransaction transaction = rig.server(UDP, "MESSAGE");
    transaction.release();
    rig.arrive(UDP, Rig.request("MESSAGE", "z9hG4bKpeer1"));
    assertThat(rig.network.count()).isZero();
    assertThat(rig.news()).containsExactly("request MESSAGE");
    assertThat(transaction.reply(Rig.response(transaction.request(), 200, "OK"))).isFalse();
    rig.advance(5_000);
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
    assertThat(rig.news()).isEmpty();
  }

  @Test
  void aReplyThatCannotLeaveIsReported() {
    ServerTransaction transaction = rig.server(TCP, "OPTIONS");
    rig.network.failWith(new SendOutcome.Failed(SendOutcome.Cause.CLOSED, "the peer has gone"));
    assertThat(transaction.reply(Rig.response(transaction.request(), 200, "OK"))).isTrue();
    assertThat(rig.news()).containsExactly("request OPTIONS", "reply failed CLOSED");
  }

  @Test
  void theSameRequestGetsOneTransactionOnly() {
    ServerTransaction transaction = rig.server(UDP, "OPTIONS");
    transaction.reply(Rig.response(transaction.request(), 200, "OK"));
    Admission second =
        rig.layer.newServerTransaction(
            Rig.parseRequest(UDP, Rig.request("OPTIONS", "z9hG4bKpeer1")));
    assertThat(second).isEqualTo(Admission.Refused.RETRANSMISSION);
    assertThat(rig.network.count()).isEqualTo(2);
    assertThat(rig.layer.serverTransactions()).isEqualTo(1);
  }
}

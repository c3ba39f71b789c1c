// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.sip.TransportProtocol.TCP;
import static org.signalbox.sip.TransportProtocol.UDP;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.signalbox.transport.Destination;
import org.signalbox.transport.SendOutcome;

/** RFC 3261 figure 6. */
class ClientNonInviteTest {
  private final Rig rig = new Rig();

  @Test
  void anUnansweredRequestIsRepeatedUntilTimerF() {
    ClientTransaction transaction = rig.client(UDP, "OPTIONS");
    rig.nothingIsLeft();
    assertThat(rig.instants())
        .containsExactly(0.0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5);
    assertThat(rig.network.departures().stream().map(d -> d.text()).distinct()).hasSize(1);
    assertThat(rig.news()).containsExactly("failed TimedOut[provisionalSeen=false]");
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
  }

  @Test
  void timerFFiresOnTheInstant() {
    rig.client(UDP, "OPTIONS");
    rig.advance(29_999);
    assertThat(rig.news()).isEmpty();
    rig.advance(1);
    assertThat(rig.news()).hasSize(1);
  }

  @Test
  void overStreamsNothingIsRepeated() {
    rig.client(TCP, "OPTIONS");
    rig.nothingIsLeft();
    assertThat(rig.network.count()).isEqualTo(1);
    assertThat(rig.news()).containsExactly("failed TimedOut[provisionalSeen=false]");
  }

  @Test
  void afterAProvisionalItIsRepeatedAtT2() {
    ClientTransaction transaction = rig.client(UDP, "OPTIONS");
    rig.advance(600);
    rig.answer(rig.network.departures().get(0), 100);
    assertThat(transaction.state()).isEqualTo(TransactionState.PROCEEDING);
    rig.nothingIsLeft();
    assertThat(rig.instants())
        .containsExactly(0.0, 0.5, 1.5, 5.5, 9.5, 13.5, 17.5, 21.5, 25.5, 29.5);
    assertThat(rig.news())
        .containsExactly("provisional 100", "failed TimedOut[provisionalSeen=true]");
  }

  @Test
  void aFinalResponseEndsTheRepetitionAndItsRepetitionsAreAbsorbedUntilTimerK() {
    ClientTransaction transaction = rig.client(UDP, "OPTIONS");
    rig.advance(200);
    rig.answer(rig.network.departures().get(0), 200);
    assertThat(transaction.state()).isEqualTo(TransactionState.COMPLETED);
    assertThat(transaction.lastStatus()).isEqualTo(200);
    rig.advance(4_999);
    rig.answer(rig.network.departures().get(0), 200);
    assertThat(rig.news()).containsExactly("answered 200");
    rig.advance(1);
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
    assertThat(rig.network.count()).isEqualTo(1);
    rig.answer(rig.network.departures().get(0), 200);
    assertThat(rig.news()).containsExactly("stray 200");
    rig.nothingIsLeft();
  }

  @Test
  void timerKIsZeroOverStreams() {
    ClientTransaction transaction = rig.client(TCP, "OPTIONS");
    rig.answer(rig.network.departures().get(0), 404);
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
    assertThat(rig.layer.clientTransactions()).isZero();
    assertThat(rig.wheel.waiting()).isZero();
    assertThat(rig.news()).containsExactly("answered 404");
  }

  @Test
  void aTransportFailureIsAnOutcomeAtOnce() {
    rig.network.failWith(new SendOutcome.Failed(SendOutcome.Cause.REFUSED, "nobody listens"));
    ClientTransaction transaction = rig.client(TCP, "OPTIONS");
    assertThat(rig.news())
        .containsExactly("failed Unsent[failure=Failed[cause=REFUSED, detail=nobody listens]]");
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
    rig.nothingIsLeft();
  }

  @Test
  void withoutAListenerNothingIsSent() {
    rig.network.stopListening();
    ClientTransaction transaction = rig.client(UDP, "OPTIONS");
    assertThat(rig.news()).singleElement().asString().contains("NO_LISTENER");
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
    assertThat(rig.network.count()).isZero();
    rig.nothingIsLeft();
  }

  @Test
  void aTransactionMayHaveTimersOfItsOwn() {
    TransactionTimers timers =
        TransactionTimers.DEFAULT
            .withFinalResponse(Duration.ofSeconds(2), Duration.ofSeconds(60))
            .withRetransmission(Duration.ofMillis(100), Duration.ofMillis(400));
    rig.layer.send(
        Dispatch.of(Rig.ours("OPTIONS"), Destination.to(UDP, Rig.PEER)).withTimers(timers),
        rig.listener());
    rig.advance(2_000);
    assertThat(rig.instants()).containsExactly(0.0, 0.1, 0.3, 0.7, 1.1, 1.5, 1.9);
    assertThat(rig.news()).hasSize(1);
  }

  @Test
  void theRfcsValuesGiveTheRfcsInstants() {
    Rig rfc = new Rig(TransactionTimers.RFC3261, TransactionBounds.DEFAULT);
    rfc.client(UDP, "OPTIONS");
    rfc.advance(31_999);
    assertThat(rfc.instants())
        .containsExactly(0.0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5);
    assertThat(rfc.news()).isEmpty();
    rfc.advance(1);
    assertThat(rfc.news()).hasSize(1);
  }

  @Test
  void theViaSaysWhereTheAnswerGoes() {
    ClientTransaction transaction = rig.client(UDP, "OPTIONS");
    String text = rig.network.departures().get(0).text();
    assertThat(text)
        .startsWith("OPTIONS sip:bob@192.0.2.2:5070 SIP/2.0\r\n")
        .containsOnlyOnce("Via: SIP/2.0/UDP 192.0.2.1;")
        .contains(";rport")
        .contains(";branch=" + transaction.branch());
    assertThat(transaction.branch()).startsWith("z9hG4bK").hasSizeGreaterThan(15);
  }

  @Test
  void anAbandonedRequestIsSilent() {
    ClientTransaction transaction = rig.client(UDP, "OPTIONS");
    transaction.abandon();
    rig.answer(rig.network.departures().get(0), 200);
    rig.nothingIsLeft();
    assertThat(rig.network.count()).isEqualTo(1);
    assertThat(rig.news()).containsExactly("stray 200");
  }
}

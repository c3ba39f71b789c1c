// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.sip.TransportProtocol.TCP;
import static org.signalbox.sip.TransportProtocol.UDP;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.FakeSender.Departure;
import org.signalbox.transport.SendOutcome;

/** RFC 3261 figure 5 with the Accepted state of RFC 6026. */
class ClientInviteTest {
  private final Rig rig = new Rig();

  @Test
  void anUnansweredInviteIsRepeatedWithoutCeilingUntilTimerB() {
    ClientTransaction transaction = rig.client(UDP, "INVITE");
    assertThat(transaction.state()).isEqualTo(TransactionState.CALLING);
    rig.nothingIsLeft();
    assertThat(rig.instants()).containsExactly(0.0, 0.5, 1.5, 3.5, 7.5, 15.5);
    assertThat(rig.news()).containsExactly("failed TimedOut[provisionalSeen=false]");
  }

  @Test
  void overStreamsNothingIsRepeated() {
    rig.client(TCP, "INVITE");
    rig.nothingIsLeft();
    assertThat(rig.network.count()).isEqualTo(1);
    assertThat(rig.news()).containsExactly("failed TimedOut[provisionalSeen=false]");
  }

  @Test
  void aProvisionalStopsTheRepetition() {
    ClientTransaction transaction = rig.client(UDP, "INVITE");
    rig.advance(600);
    rig.answer(rig.network.departures().get(0), 180);
    assertThat(transaction.state()).isEqualTo(TransactionState.PROCEEDING);
    rig.advance(60_000);
    assertThat(rig.instants()).containsExactly(0.0, 0.5);
    rig.answer(rig.network.departures().get(0), 183);
    assertThat(rig.news()).containsExactly("provisional 180", "provisional 183");
  }

  @Test
  void itsTimersMayBeChangedWhileItWaits() {
    ClientTransaction transaction = rig.client(UDP, "INVITE");
    rig.answer(rig.network.departures().get(0), 180);
    rig.news();
    rig.advance(1_000);
    transaction.timers(
        TransactionTimers.DEFAULT.withFinalResponse(Duration.ofSeconds(2), Duration.ofSeconds(3)));
    rig.advance(2_999);
    assertThat(rig.news()).isEmpty();
    rig.advance(1);
    assertThat(rig.news()).containsExactly("failed TimedOut[provisionalSeen=true]");
    rig.nothingIsLeft();
  }

  @Test
  void timerCBeginsAnewWithEachProvisionalAndEndsInACancel() {
    ClientTransaction transaction = rig.client(UDP, "INVITE");
    Departure invite = rig.network.taken().get(0);
    rig.answer(invite, 180);
    rig.advance(119_000);
    rig.answer(invite, 180);
    rig.advance(119_999);
    assertThat(rig.network.count()).isZero();
    rig.news();
    rig.advance(1);
    assertThat(rig.news()).containsExactly("failed TimedOut[provisionalSeen=true]");
    assertThat(rig.network.departures().get(0).startLine()).startsWith("CANCEL ");
    rig.answer(rig.network.departures().get(0), 200);
    rig.network.taken();
    rig.answer(invite, 487);
    assertThat(rig.network.taken()).singleElement().matches(d -> d.startLine().startsWith("ACK "));
    assertThat(rig.news()).isEmpty();
    assertThat(transaction.state()).isEqualTo(TransactionState.COMPLETED);
    rig.nothingIsLeft();
  }

  @Test
  void aNegativeFinalIsAcknowledgedEachTimeItComesUntilTimerD() {
    ClientTransaction transaction = rig.client(UDP, "INVITE");
    Departure invite = rig.network.taken().get(0);
    rig.answer(invite, 486);
    assertThat(transaction.state()).isEqualTo(TransactionState.COMPLETED);
    rig.advance(4_999);
    rig.answer(invite, 486);
    assertThat(rig.network.departures()).hasSize(2);
    assertThat(rig.network.departures().get(0).text())
        .isEqualTo(rig.network.departures().get(1).text());
    assertThat(rig.news()).containsExactly("answered 486");
    rig.advance(1);
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
    rig.nothingIsLeft();
  }

  @Test
  void theAckIsBuiltAsTheRfcSays() {
    ClientTransaction transaction = rig.client(UDP, "INVITE");
    Departure invite = rig.network.taken().get(0);
    rig.answer(invite, 404);
    assertThat(rig.network.taken().get(0).text())
        .isEqualTo(
            "ACK sip:bob@192.0.2.2:5070 SIP/2.0\r\n"
                + ("Via: SIP/2.0/UDP 192.0.2.1;branch=" + transaction.branch() + ";rport\r\n")
                + "Route: <sip:192.0.2.2:5070;lr>\r\n"
                + "From: <sip:us@192.0.2.1>;tag=u\r\n"
                + "To: <sip:bob@192.0.2.2>;tag=bob\r\n"
                + "Call-ID: call-2\r\n"
                + "CSeq: 9 ACK\r\n"
                + "Max-Forwards: 70\r\n"
                + "Content-Length: 0\r\n\r\n");
  }

  @Test
  void timerDIsZeroOverStreams() {
    ClientTransaction transaction = rig.client(TCP, "INVITE");
    rig.answer(rig.network.taken().get(0), 603);
    assertThat(rig.network.taken()).singleElement().matches(d -> d.startLine().startsWith("ACK "));
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
    assertThat(rig.wheel.waiting()).isZero();
  }

  @Test
  void every2xxReachesTheListenerUntilTimerM() {
    ClientTransaction transaction = rig.client(UDP, "INVITE");
    Departure invite = rig.network.taken().get(0);
    rig.answer(invite, 200);
    assertThat(transaction.state()).isEqualTo(TransactionState.ACCEPTED);
    rig.answer(invite, 180);
    rig.answer(invite, 486);
    rig.advance(31_999);
    rig.answer(invite, 200);
    assertThat(rig.news()).containsExactly("answered 200", "answered 200");
    assertThat(rig.network.count()).isZero();
    rig.advance(1);
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
    rig.answer(invite, 200);
    assertThat(rig.news()).containsExactly("stray 200");
    rig.nothingIsLeft();
  }

  @Test
  void aTransportFailureIsAnOutcomeAtOnce() {
    rig.network.failWith(new SendOutcome.Failed(SendOutcome.Cause.CONNECT_TIMEOUT, "silence"));
    rig.client(TCP, "INVITE");
    assertThat(rig.news()).singleElement().asString().contains("CONNECT_TIMEOUT");
    rig.nothingIsLeft();
  }

  @Test
  void aCancelWaitsForTheFirstProvisional() {
    ClientTransaction transaction = rig.client(UDP, "INVITE");
    Departure invite = rig.network.taken().get(0);
    assertThat(transaction.cancel("Reason: SIP;cause=200\r\n")).isTrue();
    assertThat(transaction.cancel("")).isFalse();
    assertThat(rig.network.count()).isZero();
    rig.answer(invite, 100);
    assertThat(rig.network.taken())
        .singleElement()
        .satisfies(
            d ->
                assertThat(d.text())
                    .isEqualTo(
                        "CANCEL sip:bob@192.0.2.2:5070 SIP/2.0\r\n"
                            + ("Via: SIP/2.0/UDP 192.0.2.1;branch=" + transaction.branch())
                            + ";rport\r\n"
                            + "Route: <sip:192.0.2.2:5070;lr>\r\n"
                            + "From: <sip:us@192.0.2.1>;tag=u\r\n"
                            + "To: <sip:bob@192.0.2.2>\r\n"
                            + "Call-ID: call-2\r\n"
                            + "CSeq: 9 CANCEL\r\n"
                            + "Max-Forwards: 70\r\n"
                            + "Reason: SIP;cause=200\r\n"
                            + "Content-Length: 0\r\n\r\n"));
    rig.answer(invite, 487);
    assertThat(rig.news()).containsExactly("provisional 100", "answered 487");
    rig.nothingIsLeft();
  }

  @Test
  void aCancelIsATransactionOfItsOwn() {
    ClientTransaction transaction = rig.client(UDP, "INVITE");
    Departure invite = rig.network.taken().get(0);
    rig.answer(invite, 180);
    transaction.cancel("");
    rig.advance(1_600);
    assertThat(rig.instants()).containsExactly(0.0, 0.5, 1.5);
    rig.answer(rig.network.departures().get(0), 200);
    rig.advance(10_000);
    assertThat(rig.network.count()).isEqualTo(3);
    assertThat(transaction.state()).isEqualTo(TransactionState.PROCEEDING);
    assertThat(rig.news()).containsExactly("provisional 180");
  }

  @Test
  void aCancelWithoutEffectEndsTheInviteAfterFr() {
    ClientTransaction transaction = rig.client(UDP, "INVITE");
    Departure invite = rig.network.taken().get(0);
    rig.answer(invite, 180);
    transaction.cancel("");
    rig.answer(invite, 180);
    rig.advance(29_999);
    assertThat(transaction.state()).isEqualTo(TransactionState.PROCEEDING);
    rig.advance(1);
    assertThat(transaction.state()).isEqualTo(TransactionState.TERMINATED);
    assertThat(rig.news()).last().isEqualTo("failed TimedOut[provisionalSeen=true]");
    rig.nothingIsLeft();
  }

  @Test
  void aCancelThatCrossesThe200ChangesNothing() {
    ClientTransaction transaction = rig.client(UDP, "INVITE");
    Departure invite = rig.network.taken().get(0);
    transaction.cancel("");
    rig.answer(invite, 200);
    assertThat(rig.network.count()).isZero();
    assertThat(transaction.cancel("")).isFalse();
    assertThat(rig.news()).containsExactly("answered 200");
  }
}

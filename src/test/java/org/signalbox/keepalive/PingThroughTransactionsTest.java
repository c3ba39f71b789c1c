// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalbox.keepalive.PingOutcome.Answered;
import org.signalbox.keepalive.PingOutcome.Cause;
import org.signalbox.keepalive.PingOutcome.NoAnswer;
import org.signalbox.keepalive.PingOutcome.Unsendable;
import org.signalbox.resolver.Location;
import org.signalbox.resolver.Target;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.testkit.FakeSender;
import org.signalbox.testkit.FakeSender.Departure;
import org.signalbox.testkit.ManualTime;
import org.signalbox.transaction.TransactionBounds;
import org.signalbox.transaction.TransactionLayer;
import org.signalbox.transaction.TransactionTimers;
import org.signalbox.transport.SendOutcome;

class PingThroughTransactionsTest {
  private static final InetSocketAddress PEER = new InetSocketAddress("192.0.2.7", 5060);
  private static final TransactionTimers TWO_SECONDS =
      TransactionTimers.DEFAULT.withFinalResponse(Duration.ofSeconds(2), Duration.ofSeconds(2));

  private final ManualTime time = new ManualTime();
  private final FakeSender transport = new FakeSender(time);
  private final List<PingOutcome> outcomes = new ArrayList<>();
  private final TransactionLayer transactions =
      new TransactionLayer(transport, time.wheel(), time, TWO_SECONDS, TransactionBounds.DEFAULT);
  private Location location = new Location.Found(List.of(new Target(TransportProtocol.UDP, PEER)));
  private final PingSender sender =
      new TransactionPingSender(
          transactions,
          (hop, callback) -> callback.accept(location),
          List::of,
          time,
          "User-Agent: us");

  @Test
  void theRequestOnTheWire() {
    ping();
    SipRequest request = (SipRequest) transport.departures().get(0).message();
    assertThat(request.requestUriText()).isEqualTo("sip:gw");
    assertThat(request.to()).hasToString("<sip:gw>");
    assertThat(request.from()).asString().startsWith("<sip:me@here>;tag=");
    assertThat(request.cseq()).hasToString("10 OPTIONS");
    assertThat(request.maxForwards()).isEqualTo(70);
    assertThat(request.contentLength()).isZero();
    assertThat(request.value("User-Agent")).isEqualTo("us");
    assertThat(request.vias()).hasSize(1);
    assertThat(transport.departures().get(0).destination().address()).isEqualTo(PEER);
  }

  @Test
  void aSilentPeerIsAskedThreeTimesInTwoSeconds() {
    ping();
    time.advance(Duration.ofMillis(1_999));
    assertThat(outcomes).isEmpty();
    time.advance(Duration.ofSeconds(10));
    assertThat(copies()).containsExactly(0L, 500L, 1_500L);
    assertThat(outcomes)
        .containsExactly(new NoAnswer(FakeSender.point(TransportProtocol.UDP).address()));
  }

  @Test
  void tenTimesWithTheDefaultTimers() {
    transactions.timers(TransactionTimers.DEFAULT);
    ping();
    time.advance(Duration.ofMillis(29_999));
    assertThat(outcomes).isEmpty();
    time.advance(Duration.ofMinutes(1));
    assertThat(copies())
        .containsExactly(
            0L, 500L, 1_500L, 3_500L, 7_500L, 11_500L, 15_500L, 19_500L, 23_500L, 27_500L);
    assertThat(outcomes).hasSize(1);
  }

  @Test
  void anAnswerBringsItsRoundTripAndTheAddressItCameTo() {
    ping();
    time.advance(Duration.ofMillis(42));
    answer("200 OK");
    InetSocketAddress local = FakeSender.point(TransportProtocol.UDP).address();
    assertThat(outcomes).containsExactly(new Answered(200, "OK", Duration.ofMillis(42), local));
    time.advance(Duration.ofMinutes(1));
    assertThat(outcomes).hasSize(1);
  }

  @Test
  void provisionalAnswersAreNone() {
    ping();
    time.advance(Duration.ofMillis(100));
    answer("100 Trying");
    answer("180 Ringing");
    time.advance(Duration.ofSeconds(3));
    assertThat(outcomes).singleElement().isInstanceOf(NoAnswer.class);
  }

  @Test
  void anAnswerAfterTheTimeOutIsNone() {
    ping();
    time.advance(Duration.ofMillis(2_600));
    answer("200 OK");
    assertThat(outcomes).singleElement().isInstanceOf(NoAnswer.class);
  }

  @Test
  void theReasonOfARefusalIsKeptShort() {
    ping();
    answer("503 " + "x".repeat(500));
    assertThat(outcomes)
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.why()).isEqualTo("503 " + "x".repeat(80)));
  }

  @Test
  void aRefusedConnectionIsKnownAtOnceAndTriedOnce() {
    transport.failWith(new SendOutcome.Failed(SendOutcome.Cause.REFUSED, "nobody listens there"));
    location = new Location.Found(List.of(new Target(TransportProtocol.TCP, PEER)));
    ping();
    time.advance(Duration.ofSeconds(10));
    assertThat(outcomes)
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.why()).isEqualTo("refused: nobody listens there"));
    assertThat(transport.departures()).hasSize(1);
  }

  @Test
  void aNameThatCannotBeResolvedIsAnOutcome() {
    location = new Location.NotFound(Location.Cause.UNKNOWN_NAME, "no such name");
    ping();
    assertThat(outcomes)
        .containsExactly(new Unsendable(Cause.CANNOT_RESOLVE, "no such name", null));
  }

  @Test
  void aMissingListenerIsAnOutcome() {
    transport.stopListening();
    ping();
    assertThat(outcomes)
        .singleElement()
        .isInstanceOfSatisfying(
            Unsendable.class, each -> assertThat(each.cause()).isEqualTo(Cause.NO_LISTENER));
  }

  @Test
  void aReasonWithControlCharactersForgesNoLineOfTheLog() {
    ping();
    answer("503 a\u001b[31mb\u0085c");
    assertThat(outcomes)
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.why()).isEqualTo("503 a?[31mb?c"));
  }

  @Test
  void eachAddressIsAskedOnceHoweverOftenItIsNamed() {
    Target target = new Target(TransportProtocol.UDP, PEER);
    location = new Location.Found(List.of(target, target));
    pingEach();
    assertThat(transport.departures()).hasSize(1);
    answer("200 OK");
    assertThat(outcomes)
        .singleElement()
        .isInstanceOfSatisfying(
            PingOutcome.Several.class,
            several ->
                assertThat(several.targets())
                    .extracting(PingOutcome.OfTarget::address)
                    .containsExactly("udp:192.0.2.7:5060"));
  }

  @Test
  void ofTooManyAddressesTheSameAreAskedEachTime() {
    List<Target> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(new Target(TransportProtocol.UDP, new InetSocketAddress("192.0.2." + i, 5060)));
    }
    location = new Location.Found(many);
    pingEach();
    Collections.reverse(many);
    location = new Location.Found(many);
    pingEach();
    List<InetSocketAddress> asked =
        transport.departures().stream().map(each -> each.destination().address()).toList();
    assertThat(asked).hasSize(32);
    assertThat(asked.subList(16, 32)).isEqualTo(asked.subList(0, 16));
  }

  private void pingEach() {
    PingSettings each = Station.settings("each_target", "1");
    sender.send(new PingRequest(1, 1, "sip:gw", each), outcomes::add);
  }

  private void ping() {
    sender.send(new PingRequest(1, 1, "sip:gw", Station.QUICK), outcomes::add);
  }

  private List<Long> copies() {
    return transport.departures().stream().map(copy -> copy.at().toMillis()).toList();
  }

  private void answer(String status) {
    Departure departure = transport.departures().get(0);
    SipRequest request = (SipRequest) departure.message();
    String text =
        "SIP/2.0 %s\r\nVia: %s\r\nTo: %s;tag=t\r\nFrom: %s\r\nCall-ID: %s\r\nCSeq: %s\r\n\r\n"
            .formatted(
                status,
                request.value("Via"),
                request.value("To"),
                request.value("From"),
                request.callId(),
                request.value("CSeq"));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var point = FakeSender.point(TransportProtocol.UDP);
    ReceiveInfo received = new ReceiveInfo(point, PEER, point.address(), 0);
    transactions.received((SipMessage) SipParser.parse(bytes, 0, bytes.length, received));
  }
}

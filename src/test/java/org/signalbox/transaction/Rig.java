// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.ResponseBuilder;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.testkit.FakeSender;
import org.signalbox.testkit.FakeSender.Departure;
import org.signalbox.testkit.ManualTime;
import org.signalbox.timer.TimerWheel;
import org.signalbox.transport.Destination;
import org.signalbox.transport.SendOutcome;

/** A transaction layer between a fake network, time that stands still, and a user that listens. */
final class Rig implements TransactionUser {

  static final InetSocketAddress PEER = new InetSocketAddress("192.0.2.2", 5070);

  final ManualTime time = new ManualTime();
  final TimerWheel wheel = time.wheel();
  final FakeSender network = new FakeSender(time);
  final TransactionLayer layer;
  final List<String> news = new ArrayList<>();
  final List<SipRequest> requests = new ArrayList<>();
  @Nullable ServerTransaction lastInvite;

  Rig() {
    this(TransactionTimers.DEFAULT, TransactionBounds.DEFAULT);
  }

  Rig(TransactionTimers timers, TransactionBounds bounds) {
    layer = new TransactionLayer(network, wheel, time, timers, bounds);
    layer.user(this);
  }

  // The user's side

  @Override
  public void request(SipRequest request) {
    requests.add(request);
    news.add("request " + request.method());
  }

  @Override
  public void cancel(SipRequest cancel, @Nullable ServerTransaction invite) {
    requests.add(cancel);
    lastInvite = invite;
    news.add("cancel " + (invite == null ? "nothing" : invite.request().method()));
  }

  @Override
  public void ack(SipRequest ack, @Nullable ServerTransaction invite) {
    lastInvite = invite;
    news.add("ack " + (invite == null ? "nothing" : invite.request().method()));
  }

  @Override
  public void strayResponse(SipResponse response) {
    news.add("stray " + response.statusCode());
  }

  @Override
  public void replyFailed(ServerTransaction transaction, SendOutcome.Failed failure) {
    news.add("reply failed " + failure.cause());
  }

  @Override
  public void expired(ServerTransaction transaction) {
    news.add("expired " + transaction.request().method());
  }

  List<String> news() {
    List<String> all = List.copyOf(news);
    news.clear();
    return all;
  }

  /** A listener that notes what it hears among the news. */
  ClientListener listener() {
    return new ClientListener() {
      @Override
      public void provisional(ClientTransaction transaction, SipResponse response) {
        news.add("provisional " + response.statusCode());
      }

      @Override
      public void answered(ClientTransaction transaction, SipResponse response) {
        news.add("answered " + response.statusCode());
      }

      @Override
      public void failed(ClientTransaction transaction, ClientFailure failure) {
        news.add("failed " + failure);
      }
    };
  }

  // The network's side

  /** Delivers a message from the peer. */
  SipMessage arrive(TransportProtocol protocol, String text) {
    SipMessage message = parse(protocol, text);
    layer.received(message);
    return message;
  }

  static SipMessage parse(TransportProtocol protocol, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return (SipMessage) SipParser.parse(bytes, 0, bytes.length, from(protocol));
  }

  static SipRequest parseRequest(TransportProtocol protocol, String text) {
    return (SipRequest) parse(protocol, text);
  }

  static ReceiveInfo from(TransportProtocol protocol) {
    return new ReceiveInfo(
        FakeSender.point(protocol),
        PEER,
        FakeSender.point(protocol).address(),
        protocol.reliable() ? 7 : 0);
  }

  /** A request of the peer, with this branch. */
  static String request(String method, String branch) {
    return request(method, "UDP", branch, method.equals("ACK") ? ";tag=b" : "");
  }

  static String request(String method, String transport, String branch, String toParameters) {
    return method
        + " sip:bob@192.0.2.1 SIP/2.0\r\n"
        + ("Via: SIP/2.0/" + transport + " 192.0.2.2:5070")
        + (branch.isEmpty() ? "" : ";branch=" + branch)
        + "\r\nFrom: <sip:alice@192.0.2.2>;tag=a\r\nTo: <sip:bob@192.0.2.1>"
        + toParameters
        + ("\r\nCall-ID: call-1\r\nCSeq: 1 " + method)
        + "\r\nContent-Length: 0\r\n\r\n";
  }

  /** Lets a new request arrive and gives it a transaction. */
  ServerTransaction server(TransportProtocol protocol, String method) {
    String text = request(method, protocol.name(), "z9hG4bKpeer1", "");
    SipRequest request = (SipRequest) arrive(protocol, text);
    return (ServerTransaction) layer.newServerTransaction(request);
  }

  static SipResponse response(SipRequest request, int status, String reason) {
    return ResponseBuilder.to(request, status, reason).toTag(status == 100 ? null : "b").build();
  }

  /** A request of ours, without a Via. */
  static SipRequest ours(String method) {
    String text =
        method
            + " sip:bob@192.0.2.2:5070 SIP/2.0\r\n"
            + "Route: <sip:192.0.2.2:5070;lr>\r\nMax-Forwards: 70\r\n"
            + "From: <sip:us@192.0.2.1>;tag=u\r\nTo: <sip:bob@192.0.2.2>\r\n"
            + ("Call-ID: call-2\r\nCSeq: 9 " + method + "\r\nContent-Length: 0\r\n\r\n");
    return (SipRequest) SipParser.parseLocal(text.getBytes(StandardCharsets.UTF_8));
  }

  ClientTransaction client(TransportProtocol protocol, String method) {
    return layer.send(ours(method), Destination.to(protocol, PEER), listener());
  }

  /** The peer answers a request of ours that has left. */
  void answer(Departure request, int status) {
    String head = "SIP/2.0 " + status + " Whatever\r\n";
    StringBuilder text = new StringBuilder(head);
    request
        .text()
        .lines()
        .filter(line -> line.matches("(Via|From|Call-ID|CSeq):.*"))
        .forEach(line -> text.append(line).append("\r\n"));
    text.append("To: <sip:bob@192.0.2.2>;tag=bob\r\nContent-Length: 0\r\n\r\n");
    arrive(request.destination().protocol(), text.toString());
  }

  /** When messages left, in seconds since the start. */
  List<Double> instants() {
    return network.departures().stream().map(d -> d.at().toMillis() / 1000.0).toList();
  }

  void advance(long millis) {
    time.advance(Duration.ofMillis(millis));
  }

  /** Goes on until nothing waits any more, then finds nothing left of it. */
  void nothingIsLeft() {
    advance(3_600_000);
    assertThat(layer.serverTransactions()).isZero();
    assertThat(layer.clientTransactions()).isZero();
    assertThat(wheel.waiting()).isZero();
  }
}

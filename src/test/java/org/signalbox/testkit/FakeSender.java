// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.transport.Destination;
import org.signalbox.transport.MessageSender;
import org.signalbox.transport.SendListener;
import org.signalbox.transport.SendOutcome;

/** A transport that keeps what it is given, with the instant, and fails when it is told to. */
public final class FakeSender implements MessageSender {

  /** One message that left, or tried to. */
  public record Departure(Duration at, String text, Destination destination) {

    /** The first line. */
    public String startLine() {
      return text.substring(0, text.indexOf('\r'));
    }

    /** The message, as if built here. */
    public SipMessage message() {
      return (SipMessage) SipParser.parseLocal(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private final ManualTime time;
  private final List<Departure> departures = new ArrayList<>();
  private SendOutcome.@Nullable Failed failure;
  private boolean listening = true;

  public FakeSender(ManualTime time) {
    this.time = time;
  }

  /** A listening point of the test network: 192.0.2.1:5060 or, for IPv6, [2001:db8::1]:5060. */
  public static ListeningPoint point(TransportProtocol protocol) {
    return new ListeningPoint(
        protocol.ordinal(),
        protocol,
        new InetSocketAddress("192.0.2.1", 5060),
        null,
        "192.0.2.1",
        5060);
  }

  /** From now on every message fails like this; null: all succeed. */
  public synchronized void failWith(SendOutcome.@Nullable Failed outcome) {
    failure = outcome;
  }

  /** From now on there is no listening point to send from. */
  public synchronized void stopListening() {
    listening = false;
  }

  @Override
  public synchronized @Nullable ListeningPoint sourceFor(
      TransportProtocol protocol, InetSocketAddress address) {
    return listening ? point(protocol) : null;
  }

  @Override
  public void send(
      byte[] buffer, int offset, int length, Destination destination, SendListener listener) {
    listener.outcome(keep(new String(buffer, offset, length, StandardCharsets.UTF_8), destination));
  }

  private synchronized SendOutcome keep(String text, Destination destination) {
    departures.add(new Departure(time.elapsed(), text, destination));
    return failure == null
        ? new SendOutcome.Sent(point(destination.protocol()).address(), destination.connectionId())
        : failure;
  }

  /** Everything so far, failed ones included. */
  public synchronized List<Departure> departures() {
    return List.copyOf(departures);
  }

  /** What left since the last call. */
  public synchronized List<Departure> taken() {
    List<Departure> all = List.copyOf(departures);
    departures.clear();
    return all;
  }

  /** How many messages so far. */
  public synchronized int count() {
    return departures.size();
  }
}

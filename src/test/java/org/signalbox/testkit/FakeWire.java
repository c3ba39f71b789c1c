// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.timer.TimerNode;
import org.signalbox.timer.TimerWheel;
import org.signalbox.transport.Connection;
import org.signalbox.transport.Destination;
import org.signalbox.transport.MessageSender;
import org.signalbox.transport.SendListener;
import org.signalbox.transport.SendOutcome;

/** Listening points that exist on paper; what leaves them is told to the transcript at once. */
final class FakeWire implements MessageSender {

  /** Hears of each message that leaves. */
  interface Watcher {
    void left(String text, Destination destination);
  }

  private final List<ListeningPoint> points;
  private final Map<InetSocketAddress, Duration> refusing = new ConcurrentHashMap<>();
  private final TimerWheel wheel;
  private final Watcher watcher;
  private final FakeConnections connections;

  FakeWire(
      List<ListeningPoint> points, TimerWheel wheel, Watcher watcher, FakeConnections connections) {
    this.points = points;
    this.wheel = wheel;
    this.watcher = watcher;
    this.connections = connections;
  }

  /** From now on nothing reaches an address, which shows after that time. */
  void refuse(InetSocketAddress address, Duration after) {
    refusing.put(address, after);
  }

  List<ListeningPoint> points() {
    return points;
  }

  @Override
  public List<ListeningPoint> listeningPoints() {
    return points;
  }

  @Override
  public @Nullable ListeningPoint sourceFor(TransportProtocol protocol, InetSocketAddress address) {
    return points.stream()
        .filter(point -> point.protocol() == protocol)
        .filter(point -> point.address().getAddress().getClass() == address.getAddress().getClass())
        .findFirst()
        .orElse(null);
  }

  @Override
  public void send(
      byte[] buffer, int offset, int length, Destination destination, SendListener listener) {
    ListeningPoint source = destination.source();
    if (source == null) {
      source = sourceFor(destination.protocol(), destination.address());
    }
    if (source == null) {
      listener.outcome(
          new SendOutcome.Failed(SendOutcome.Cause.NO_LISTENER, "nothing listens for this"));
      return;
    }
    Duration refusal = refusing.get(destination.address());
    if (refusal != null) {
      SendOutcome refused = new SendOutcome.Failed(SendOutcome.Cause.REFUSED, "nobody is there");
      if (refusal.isZero()) {
        listener.outcome(refused);
      } else {
        wheel.start(TimerNode.running(() -> listener.outcome(refused)), refusal);
      }
      return;
    }
    if (destination.back() && connections.severed(destination.connectionId())) {
      listener.outcome(new SendOutcome.Failed(SendOutcome.Cause.CLOSED, "closed on purpose"));
      return;
    }
    String text = new String(buffer, offset, length, StandardCharsets.ISO_8859_1);
    Destination over = over(destination);
    watcher.left(text, over);
    listener.outcome(new SendOutcome.Sent(source.address(), over.connectionId()));
  }

  /** Over the connection that is asked for, else one with that peer, while there is one. */
  private Destination over(Destination to) {
    Connection chosen =
        connections.byId(to.connectionId()).or(() -> connections.byPeer(to.address())).orElse(null);
    return chosen == null || chosen.protocol() != to.protocol()
        ? to
        : new Destination(to.protocol(), chosen.peer(), to.source(), chosen.id());
  }
}

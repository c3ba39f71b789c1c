// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;
import org.signalbox.transport.CloseReason;
import org.signalbox.transport.Connection;
import org.signalbox.transport.ConnectionClosed;
import org.signalbox.transport.ConnectionListeners;
import org.signalbox.transport.ConnectionTable;

/** Connections that a test opens and ends; what the server does to them is a line each. */
public final class FakeConnections implements ConnectionTable {
  final ConnectionListeners listeners = new ConnectionListeners();
  final TimerWheel wheel;
  final TimeSource time;
  final Consumer<String> lines;
  private final AtomicLong lastId = new AtomicLong();
  private final Map<Long, FakeConnection> live = new ConcurrentHashMap<>();
  private final Queue<ConnectionClosed> untold = new ConcurrentLinkedQueue<>();
  private final Set<Long> severed = new HashSet<>();

  /** None yet; lifetimes run on that wheel. */
  public FakeConnections(TimerWheel wheel, TimeSource time, Consumer<String> lines) {
    this.wheel = wheel;
    this.time = time;
    this.lines = lines;
  }

  /** Accepts one, or begins to open it. */
  public Connection open(ListeningPoint point, InetSocketAddress peer, boolean outgoing) {
    return open(point, peer, peer, outgoing);
  }

  /** Accepts one from a proxy in front of the peer. */
  Connection open(
      ListeningPoint point,
      InetSocketAddress peer,
      InetSocketAddress socketPeer,
      boolean outgoing) {
    FakeConnection opened =
        new FakeConnection(this, lastId.incrementAndGet(), point, peer, socketPeer, outgoing);
    live.put(opened.id(), opened);
    return opened;
  }

  FakeConnection live(long id) {
    FakeConnection connection = live.get(id);
    if (connection == null) {
      throw new AssertionError("there is no connection " + id);
    }
    return connection;
  }

  boolean severed(long id) {
    synchronized (severed) {
      return severed.contains(id);
    }
  }

  void sever(long id) {
    synchronized (severed) {
      severed.add(id);
    }
  }

  boolean ended(FakeConnection connection, CloseReason reason) {
    if (!live.remove(connection.id(), connection)) {
      return false;
    }
    untold.add(new ConnectionClosed(connection, reason, time.instant()));
    return true;
  }

  /** Tells of ends, once the message that runs has been handled: so does the transport. */
  void tell() {
    for (ConnectionClosed end = untold.poll(); end != null; end = untold.poll()) {
      listeners.closed(end);
    }
  }

  @Override
  public Optional<Connection> byId(long id) {
    return Optional.ofNullable(live.get(id));
  }

  @Override
  public Optional<Connection> byPeer(InetSocketAddress peer) {
    return all()
        .filter(connection -> connection.peer().equals(peer))
        .max(Comparator.comparingLong(Connection::id));
  }

  @Override
  public boolean alias(long id, int port) {
    lines.accept("connection " + id + " also serves port " + port + " of its peer");
    return true;
  }

  @Override
  public Stream<Connection> all() {
    return live.values().stream().map(Connection.class::cast);
  }

  @Override
  public int size() {
    return live.size();
  }

  @Override
  public long queuedBytes() {
    return 0;
  }
}

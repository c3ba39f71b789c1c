// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.TransportProtocol;

/**
 * All live stream connections by id and by peer. Thread-safe; connections with the same peer hang
 * on each other, the newest first.
 */
final class StreamRegistry implements ConnectionTable {

  /** As many as in Kamailio. */
  private static final int MOST_ALIASES = 12;

  private final AtomicLong lastId = new AtomicLong();
  private final AtomicInteger places = new AtomicInteger();
  private final AtomicLong queued = new AtomicLong();
  private final LongAdder held = new LongAdder();
  private final SeveredIds severed = new SeveredIds();
  private final Map<Long, StreamConnection> byId = new ConcurrentHashMap<>();
  private final Map<InetSocketAddress, StreamConnection> byPeer = new ConcurrentHashMap<>();
  private final Map<InetSocketAddress, StreamConnection> byAlias = new ConcurrentHashMap<>();

  /** The aliases of each connection that has any; guarded by its entry in {@link #byId}. */
  private final Map<Long, Set<InetSocketAddress>> aliases = new ConcurrentHashMap<>();

  @Override
  public Optional<Connection> byId(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public Optional<Connection> byPeer(InetSocketAddress peer) {
    StreamConnection own = byPeer.get(peer);
    return Optional.ofNullable(own != null ? own : byAlias.get(peer));
  }

  @Override
  public boolean alias(long id, int port) {
    boolean[] taken = new boolean[1];
    byId.computeIfPresent(
        id,
        (key, connection) -> {
          Set<InetSocketAddress> own = aliases.computeIfAbsent(id, k -> new HashSet<>());
          InetSocketAddress alias = new InetSocketAddress(connection.peer().getAddress(), port);
          taken[0] = own.contains(alias) || own.size() < MOST_ALIASES;
          if (taken[0]) {
            own.add(alias);
            byAlias.put(alias, connection);
          }
          return connection;
        });
    return taken[0];
  }

  @Override
  public Stream<Connection> all() {
    return byId.values().stream().map(Connection.class::cast);
  }

  @Override
  public int size() {
    return byId.size();
  }

  @Override
  public long queuedBytes() {
    return queued.get();
  }

  /** The connections that this server was told to close. */
  SeveredIds severed() {
    return severed;
  }

  Stream<StreamConnection> connections() {
    return byId.values().stream();
  }

  long newId() {
    return lastId.incrementAndGet();
  }

  /** Counts bytes handed over (positive) or gone (negative); what there is now. */
  long queue(long bytes) {
    return queued.addAndGet(bytes);
  }

  /** Counts bytes received (positive) or handled (negative), as far as they take memory. */
  void hold(long bytes) {
    held.add(bytes);
  }

  /** Bytes that have been received and not handled. */
  long held() {
    return held.sum();
  }

  /**
   * Takes one of so many places. It is given back by {@link #release} when the socket is gone, not
   * when the connection is out of the table: what it had to say may still be on its way.
   */
  boolean reserve(int most) {
    if (places.incrementAndGet() <= most) {
      return true;
    }
    places.decrementAndGet();
    return false;
  }

  void release() {
    places.decrementAndGet();
  }

  @Nullable StreamConnection find(long id, TransportProtocol protocol) {
    StreamConnection connection = byId.get(id);
    return connection != null && connection.protocol() == protocol ? connection : null;
  }

  @Nullable StreamConnection find(InetSocketAddress peer, TransportProtocol protocol) {
    StreamConnection own = first(byPeer.get(peer), c -> c.protocol() == protocol);
    StreamConnection alias = own == null ? byAlias.get(peer) : null;
    return alias != null && alias.protocol() == protocol ? alias : own;
  }

  /** Enters a connection whose place is reserved. */
  void add(StreamConnection connection) {
    byPeer.compute(connection.peer(), (peer, head) -> link(connection, head));
  }

  /**
   * The connection with that peer or, atomically, a new one entered for it; null when there is none
   * and the supplier gives none.
   */
  @Nullable StreamConnection findOrAdd(
      InetSocketAddress peer,
      TransportProtocol protocol,
      Supplier<@Nullable StreamConnection> creation) {
    StreamConnection[] result = new StreamConnection[1];
    byPeer.compute(
        peer,
        (key, head) -> {
          StreamConnection found = first(head, c -> c.protocol() == protocol);
          if (found != null) {
            result[0] = found;
            return head;
          }
          StreamConnection created = creation.get();
          result[0] = created;
          return created == null ? head : link(created, head);
        });
    return result[0];
  }

  /** Takes a connection out; false when it was out already. */
  boolean remove(StreamConnection connection) {
    // By peer first: that waits for an entry which is just being made by another thread.
    unlink(connection, connection.peer());
    if (!byId.remove(connection.id(), connection)) {
      return false;
    }
    unlink(connection, connection.peer()); // it may have moved just now
    Set<InetSocketAddress> own = aliases.remove(connection.id());
    if (own != null) {
      own.forEach(alias -> byAlias.remove(alias, connection));
    }
    return true;
  }

  /** Has a connection found under its new peer, and no longer under the one it had. */
  void moved(StreamConnection connection, InetSocketAddress before) {
    unlink(connection, before);
    byPeer.compute(connection.peer(), (peer, head) -> chain(connection, head));
    if (byId.get(connection.id()) != connection) {
      unlink(connection, connection.peer()); // it has ended meanwhile
    }
  }

  private StreamConnection link(StreamConnection connection, @Nullable StreamConnection head) {
    byId.put(connection.id(), connection);
    return chain(connection, head);
  }

  private static StreamConnection chain(
      StreamConnection connection, @Nullable StreamConnection head) {
    connection.older = head;
    return connection;
  }

  private void unlink(StreamConnection gone, InetSocketAddress peer) {
    byPeer.computeIfPresent(peer, (key, head) -> unlink(gone, head));
  }

  private static @Nullable StreamConnection unlink(StreamConnection gone, StreamConnection head) {
    if (head == gone) {
      return gone.older;
    }
    for (StreamConnection c = head; c.older != null; c = c.older) {
      if (c.older == gone) {
        c.older = gone.older;
        break;
      }
    }
    return head;
  }

  private static @Nullable StreamConnection first(
      @Nullable StreamConnection head, Predicate<StreamConnection> wanted) {
    StreamConnection c = head;
    while (c != null && !wanted.test(c)) {
      c = c.older;
    }
    return c;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * All destinations, found by identity, by number and by URI. Thread-safe; look-ups take no lock. An
 * addition or removal holds the monitor of the destination concerned, so that the three indexes
 * agree about it.
 */
final class DestinationTable {
  private final int bound;
  private final AtomicInteger size = new AtomicInteger();
  private final Map<DestinationKey, WatchedDestination> byKey = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<Long, WatchedDestination> byId =
      new ConcurrentSkipListMap<>();
  private final UriIndex byUri = new UriIndex();
  private final Tallies tallies;

  /**
   * @param bound how many destinations there may be, from 1
   * @param tallies are told who comes and goes
   */
  DestinationTable(int bound, Tallies tallies) {
    this.bound = bound;
    this.tallies = tallies;
  }

  int bound() {
    return bound;
  }

  int size() {
    return size.get();
  }

  /** Whether one more would be too many. */
  boolean full() {
    return size.get() >= bound;
  }

  /**
   * Adds a destination.
   *
   * @return the one that is there now: this one, an earlier one with the same identity, or null
   *     when the table is full
   */
  @Nullable WatchedDestination add(WatchedDestination destination) {
    if (size.incrementAndGet() > bound) {
      size.decrementAndGet();
      return byKey.get(destination.key());
    }
    synchronized (destination) {
      WatchedDestination earlier = byKey.putIfAbsent(destination.key(), destination);
      if (earlier != null) {
        size.decrementAndGet();
        return earlier;
      }
      byId.put(destination.id(), destination);
      byUri.add(destination);
      tallies.enter(destination);
      return destination;
    }
  }

  /** Removes a destination; false when it is not there (any more). */
  boolean remove(WatchedDestination destination) {
    synchronized (destination) {
      if (!byKey.remove(destination.key(), destination)) {
        return false;
      }
      destination.markRemoved();
      byId.remove(destination.id());
      byUri.remove(destination);
      tallies.leave(destination, destination.state());
    }
    size.decrementAndGet();
    return true;
  }

  @Nullable WatchedDestination find(DestinationKey key) {
    return byKey.get(key);
  }

  /** The one of this owner, whatever socket it says; the youngest of several that say one. */
  @Nullable WatchedDestination find(String uri, String owner) {
    WatchedDestination found = byKey.get(new DestinationKey(uri, owner, ""));
    WatchedDestination other = found == null ? byUri.find(uri) : null;
    while (other != null && found == null) {
      found = other.key().owner().equals(owner) ? other : null;
      other = other.older;
    }
    return found;
  }

  @Nullable WatchedDestination find(long id) {
    return byId.get(id);
  }

  /** The destination with this URI, in any spelling, that was added last. */
  @Nullable WatchedDestination find(String uri) {
    return byUri.find(uri);
  }

  /** Those with the next numbers after the given one. */
  List<WatchedDestination> page(long after, int limit) {
    List<WatchedDestination> page = new ArrayList<>(Math.min(limit, size()));
    for (WatchedDestination destination : byId.tailMap(after, false).values()) {
      if (page.size() == limit) {
        break;
      }
      page.add(destination);
    }
    return page;
  }

  /** A view of those with numbers up to this one. */
  Collection<WatchedDestination> upTo(long last) {
    return byId.headMap(last, true).values();
  }

  /** All of them, youngest first. */
  Collection<WatchedDestination> newest() {
    return byId.descendingMap().values();
  }

  /** A view in the order of the numbers; what comes and goes meanwhile may or may not be seen. */
  Collection<WatchedDestination> all() {
    return byId.values();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds a destination by its URI alone, in whatever spelling, without a lock and without allocating
 * anything: {@code ka_is_alive} asks for every call that a proxy routes.
 *
 * <p>Open addressing, in segments that grow one by one so that no addition waits for a million
 * entries to move. Destinations with the same URI share a cell and form a list, youngest first.
 */
final class UriIndex {
  private static final int SEGMENTS = 64;

  private final Segment[] segments = new Segment[SEGMENTS];

  UriIndex() {
    for (int i = 0; i < SEGMENTS; i++) {
      segments[i] = new Segment();
    }
  }

  /** The destination with this URI that was added last, or null. */
  @Nullable WatchedDestination find(String uri) {
    int hash = DestinationUri.hash(uri);
    return segment(hash).find(uri, hash);
  }

  void add(WatchedDestination destination) {
    segment(destination.uriHash()).add(destination);
  }

  void remove(WatchedDestination destination) {
    segment(destination.uriHash()).remove(destination);
  }

  private Segment segment(int hash) {
    return segments[spread(hash) >>> 26];
  }

  private static int spread(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x9E3779B1;
    return mixed ^ (mixed >>> 15);
  }

  /** Written under its monitor, read without. */
  private static final class Segment {
    private static final Object GONE = new Object();

    private volatile AtomicReferenceArray<@Nullable Object> cells = new AtomicReferenceArray<>(16);

    /** Cells that are not null, and among them those that hold a destination. */
    private int used;

    private int live;

    @Nullable WatchedDestination find(String uri, int hash) {
      AtomicReferenceArray<@Nullable Object> table = cells;
      int cell = cell(table, uri, hash);
      return table.get(cell) instanceof WatchedDestination found ? found : null;
    }

    synchronized void add(WatchedDestination destination) {
      int cell = cell(cells, destination.uri(), destination.uriHash());
      if (cells.get(cell) instanceof WatchedDestination head) {
        destination.older = head;
        head.newer = destination;
        cells.set(cell, destination);
        return;
      }
      cells.set(cell, destination);
      used++;
      live++;
      if (used * 3 > cells.length() * 2) {
        rebuild();
      }
    }

    synchronized void remove(WatchedDestination destination) {
      WatchedDestination older = destination.older;
      WatchedDestination newer = destination.newer;
      if (older != null) {
        older.newer = newer;
      }
      if (newer != null) {
        newer.older = older;
      } else {
        int cell = cell(cells, destination.uri(), destination.uriHash());
        cells.set(cell, older == null ? GONE : older);
        live -= older == null ? 1 : 0;
      }
    }

    /** The cell of a URI, or the free cell where a search for it ends. */
    private static int cell(AtomicReferenceArray<@Nullable Object> table, String uri, int hash) {
      int mask = table.length() - 1;
      int cell = spread(hash) & mask;
      for (Object held = table.get(cell); held != null; held = table.get(cell)) {
        if (held instanceof WatchedDestination other
            && other.uriHash() == hash
            && DestinationUri.same(other.uri(), uri)) {
          return cell;
        }
        cell = (cell + 1) & mask;
      }
      return cell;
    }

    /** Leaves what has gone behind; readers finish their search in the old table. */
    private void rebuild() {
      AtomicReferenceArray<@Nullable Object> old = cells;
      int size = Math.max(16, Integer.highestOneBit(live * 2 - 1) * 2);
      AtomicReferenceArray<@Nullable Object> fresh = new AtomicReferenceArray<>(size);
      for (int i = 0; i < old.length(); i++) {
        if (old.get(i) instanceof WatchedDestination destination) {
          int cell = cell(fresh, destination.uri(), destination.uriHash());
          fresh.setPlain(cell, destination);
        }
      }
      used = live;
      cells = fresh;
    }
  }
}

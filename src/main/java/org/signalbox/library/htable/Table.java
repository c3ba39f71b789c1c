// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.CoreHash;
import org.signalbox.script.Value;
import org.signalbox.timer.TimeSource;

/**
 * One table. Thread-safe: each operation on an item is atomic, none waits for another key.
 *
 * <p>An item whose lifetime is over reads as absent at once; it is taken out, and its end told, by
 * the next sweep or by whoever writes the key before.
 */
final class Table {
  private final TableSettings settings;
  private final SlotLocks locks;
  private final Bounds bounds;
  private final long origin;
  private final Map<String, Item> items = new ConcurrentHashMap<>();

  /**
   * What a table works with.
   *
   * @param most how many items it may have
   * @param overwritten hears of each item whose lifetime was over when its key was written
   */
  record Bounds(TimeSource time, int most, Ending overwritten) {}

  /** Hears of the end of an item, on the thread that found it. */
  interface Ending {
    void ended(Table table, String key, Value value);
  }

  /** A question about an item. */
  interface Test {
    boolean holds(String key, Value value);
  }

  Table(TableSettings settings, Bounds bounds) {
    this.settings = settings;
    this.bounds = bounds;
    this.origin = bounds.time().nanos();
    this.locks = new SlotLocks(settings.slots());
  }

  TableSettings settings() {
    return settings;
  }

  String name() {
    return settings.name();
  }

  SlotLocks locks() {
    return locks;
  }

  /** The value of a key; that of absent ones where the table has one, else null. */
  @Nullable Value value(String key) {
    Item item = items.get(key);
    return item == null || item.isOver(now()) ? settings.initial() : item.value();
  }

  /** The item of a key, if it is there. */
  @Nullable Item item(String key) {
    Item item = items.get(key);
    return item == null || item.isOver(now()) ? null : item;
  }

  /** Puts a value in; false when the table is full. */
  boolean put(String key, Value value) {
    return put(key, value, 0);
  }

  /**
   * Puts a value in; false when the table is full.
   *
   * @param seconds until it ends, where items of this table end; 0 for the lifetime of the table
   */
  boolean put(String key, Value value, long seconds) {
    if (hasNoRoomFor(key)) {
      return false;
    }
    long now = now();
    items.compute(
        key,
        (k, before) -> {
          boolean kept = live(k, before, now) && seconds == 0 && !settings.renewing();
          return kept && before != null
              ? before.with(value)
              : new Item(value, end(now, seconds > 0 ? seconds : settings.lifetime()));
        });
    return true;
  }

  /** Takes an item out; false when there was none. */
  boolean remove(String key) {
    Item item = items.remove(key);
    return item != null && !item.isOver(now());
  }

  /**
   * Adds to a number; an absent one begins with that of absent ones.
   *
   * @return the sum, or null when there is nothing to add to
   */
  @Nullable Long add(String key, long amount) {
    if (hasNoRoomFor(key)) {
      return null;
    }
    long now = now();
    Item after =
        items.compute(
            key,
            (k, before) -> {
              boolean live = live(k, before, now);
              Value value = live && before != null ? before.value() : settings.initial();
              if (value == null || !value.isInteger()) {
                return live ? before : null;
              }
              Value sum = Value.of(value.number() + amount);
              return live && before != null && !settings.renewing()
                  ? before.with(sum)
                  : new Item(sum, end(now, settings.lifetime()));
            });
    return after == null || !after.value().isInteger() ? null : (Long) after.value().number();
  }

  /** How long an item has left, in seconds, begun ones whole; 0 for an absent or endless one. */
  long secondsLeft(String key) {
    Item item = items.get(key);
    if (item == null || item.end() == Item.NEVER) {
      return 0;
    }
    long left = Math.max(0, item.end() - now());
    return TimeUnit.NANOSECONDS.toSeconds(left + TimeUnit.SECONDS.toNanos(1) - 1);
  }

  /** When an item ends on the wall clock; null when it does not. */
  @Nullable Instant end(Item item) {
    return item.end() == Item.NEVER
        ? null
        : bounds.time().instant().plusNanos(Math.max(0, item.end() - now()));
  }

  /** Has an item end so many seconds from now, where items of this table end. */
  void endIn(String key, long seconds) {
    long now = now();
    items.computeIfPresent(
        key, (k, item) -> item.isOver(now) ? item : new Item(item.value(), end(now, seconds)));
  }

  void clear() {
    items.clear();
  }

  int size() {
    return items.size();
  }

  int count(Test test) {
    int count = 0;
    for (Iterator<Map.Entry<String, Item>> live = live(); live.hasNext(); ) {
      count += holds(test, live.next()) ? 1 : 0;
    }
    return count;
  }

  boolean any(Test test) {
    for (Iterator<Map.Entry<String, Item>> live = live(); live.hasNext(); ) {
      if (holds(test, live.next())) {
        return true;
      }
    }
    return false;
  }

  void removeIf(Test test) {
    items.entrySet().removeIf(entry -> test.holds(entry.getKey(), entry.getValue().value()));
  }

  /** A walk over what counts; it sees each item at most once, also while the table changes. */
  Iterator<Map.Entry<String, Item>> live() {
    long now = now();
    return items.entrySet().stream()
        .filter(entry -> !entry.getValue().isOver(now))
        .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
        .iterator();
  }

  /** In which slot Kamailio keeps a key; upper and lower case are one to it. */
  int slot(String key) {
    StringBuilder folded = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      folded.append((char) (key.charAt(i) | 0x20));
    }
    return (int) CoreHash.of(folded.toString(), "") & (settings.slots() - 1);
  }

  /** Takes out what is over and tells it, item by item. */
  void sweep(Ending ending) {
    if (settings.lifetime() == 0) {
      return;
    }
    long now = now();
    items.forEach(
        (key, item) -> {
          if (item.isOver(now) && items.remove(key, item)) {
            ending.ended(this, key, item.value());
          }
        });
  }

  private boolean hasNoRoomFor(String key) {
    return items.size() >= bounds.most() && !items.containsKey(key);
  }

  private static boolean holds(Test test, Map.Entry<String, Item> entry) {
    return test.holds(entry.getKey(), entry.getValue().value());
  }

  /** Whether there is an item that still counts; of one that does not somebody hears. */
  private boolean live(String key, @Nullable Item item, long now) {
    if (item == null) {
      return false;
    }
    if (item.isOver(now)) {
      bounds.overwritten().ended(this, key, item.value());
      return false;
    }
    return true;
  }

  private long end(long now, long seconds) {
    return settings.lifetime() == 0 ? Item.NEVER : now + TimeUnit.SECONDS.toNanos(seconds);
  }

  private long now() {
    return bounds.time().nanos() - origin;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.mqueue;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.library.mqueue.QueueSettings.Adding;

/** First in, first out. Thread-safe; never blocks for long, and never waits for an item. */
final class MessageQueue {
  private final QueueSettings settings;

  /** In the order of their coming, by key where keys are unique. Guarded by this. */
  private final Map<Object, Item> items = new LinkedHashMap<>();

  /** Guarded by this. */
  private long added;

  /** What scripts put in. */
  record Item(String key, String value) {}

  MessageQueue(QueueSettings settings) {
    this.settings = settings;
  }

  String name() {
    return settings.name();
  }

  synchronized void add(Item item) {
    Object place = settings.adding() == Adding.ALWAYS ? (Object) added++ : item.key();
    if (settings.adding() == Adding.NEWEST_STAYS) {
      items.remove(place);
    }
    items.putIfAbsent(place, item);
    if (items.size() > settings.size()) {
      fetch();
    }
  }

  /** Takes the oldest item out, if there is one. */
  synchronized @Nullable Item fetch() {
    Iterator<Item> oldest = items.values().iterator();
    if (!oldest.hasNext()) {
      return null;
    }
    Item item = oldest.next();
    oldest.remove();
    return item;
  }

  synchronized int size() {
    return items.size();
  }
}

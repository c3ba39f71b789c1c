// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Value;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;

/** The iterators of one run of a script, by name. */
final class Walks {
  /** More than a script has in mind; Kamailio has fewer. */
  private static final int MOST = 32;

  private static final StateKey<Walks> KEY = StateKey.ofRun(Walks::new);

  private final Map<String, Walk> walks = new HashMap<>();

  static Walks of(Frame frame) {
    return frame.state(KEY);
  }

  /** Begins a walk, in place of an earlier one of that name; false when there are too many. */
  boolean start(String name, Table table) {
    if (walks.size() == MOST && !walks.containsKey(name)) {
      return false;
    }
    walks.put(name, new Walk(table));
    return true;
  }

  void end(String name) {
    walks.remove(name);
  }

  /** The walk of that name that stands at an item, if there is one. */
  @Nullable Walk walk(String name) {
    return walks.get(name);
  }

  Value key(String name) {
    Walk walk = walks.get(name);
    return walk == null || walk.at == null ? Value.NULL : Value.of(walk.at.getKey());
  }

  Value value(String name) {
    Walk walk = walks.get(name);
    return walk == null || walk.at == null ? Value.NULL : walk.at.getValue().value();
  }

  /** One iterator. */
  static final class Walk {
    private final Table table;
    private final Iterator<Map.Entry<String, Item>> items;
    private Map.@Nullable Entry<String, Item> at;

    Walk(Table table) {
      this.table = table;
      this.items = table.live();
    }

    /** Goes to the next item; false behind the last one. */
    boolean next() {
      at = items.hasNext() ? items.next() : null;
      return at != null;
    }

    Table table() {
      return table;
    }

    /** The key of the item at which it stands; null before the first and behind the last. */
    @Nullable String key() {
      Map.Entry<String, Item> entry = at;
      return entry == null ? null : entry.getKey();
    }
  }
}

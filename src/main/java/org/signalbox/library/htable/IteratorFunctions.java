// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.Value;
import org.signalbox.script.run.Frame;

/** The functions {@code sht_iterator_...}: an iterator belongs to the run that has started it. */
final class IteratorFunctions {
  private final Tables tables;

  IteratorFunctions(Tables tables) {
    this.tables = tables;
  }

  int start(Frame frame, String[] iteratorAndTable) {
    Table table = tables.of(frame, iteratorAndTable[1]);
    if (table == null) {
      return -1;
    }
    if (!Walks.of(frame).start(iteratorAndTable[0], table)) {
      frame.error("too many iterators; end some");
      return -1;
    }
    return 1;
  }

  int next(Frame frame, String iterator) {
    Walks.Walk walk = walk(frame, iterator);
    return walk != null && walk.next() ? 1 : -1;
  }

  int end(Frame frame, String iterator) {
    Walks.of(frame).end(iterator);
    return 1;
  }

  int remove(Frame frame, String iterator) {
    return atItem(frame, iterator, Table::remove);
  }

  int setText(Frame frame, String[] iteratorAndText) {
    return set(frame, iteratorAndText[0], Value.of(iteratorAndText[1]));
  }

  int setNumber(Frame frame, String[] iterator, long number) {
    return set(frame, iterator[0], Value.of(number));
  }

  int setEnd(Frame frame, String[] iterator, long seconds) {
    return atItem(frame, iterator[0], (table, key) -> table.endIn(key, Math.max(0, seconds)));
  }

  private static int set(Frame frame, String iterator, Value value) {
    return atItem(frame, iterator, (table, key) -> table.put(key, value));
  }

  /** Something done with the item at which an iterator stands. */
  private interface Work {
    void on(Table table, String key);
  }

  private static int atItem(Frame frame, String iterator, Work work) {
    Walks.Walk walk = walk(frame, iterator);
    String key = walk == null ? null : walk.key();
    if (walk == null || key == null) {
      return -1;
    }
    work.on(walk.table(), key);
    return 1;
  }

  private static Walks.@Nullable Walk walk(Frame frame, String iterator) {
    Walks.Walk walk = Walks.of(frame).walk(iterator);
    if (walk == null) {
      frame.error("no such iterator: " + iterator);
    }
    return walk;
  }
}

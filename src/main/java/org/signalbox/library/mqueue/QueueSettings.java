// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.mqueue;

import org.signalbox.module.Attributes;
import org.signalbox.script.plan.Unresolvable;

/**
 * A queue as a file writes it: {@code name=mq1;size=10;addmode=0} (modules.md §16).
 *
 * @param size how many items it holds; a further one pushes the oldest out
 */
record QueueSettings(String name, int size, Adding adding) {
  /** What stands for "as many as you like": somebody has forgotten to fetch. */
  private static final int MOST = 1_000_000;

  /** What becomes of an item whose key is in the queue. */
  enum Adding {
    ALWAYS,
    OLDEST_STAYS,
    NEWEST_STAYS
  }

  /** Reads a queue; throws {@link Unresolvable}. */
  static QueueSettings of(String written) {
    Attributes given = Attributes.of(written, "name", "size", "dbmode", "addmode");
    long size = given.number("size", 0);
    long mode = given.number("addmode", 0);
    if (mode < 0 || mode >= Adding.values().length) {
      throw new Unresolvable("addmode=" + mode + " is not 0, 1 or 2");
    }
    if (given.number("dbmode", 0) != 0) {
      throw new Unresolvable("queues cannot be kept in a database yet: take dbmode out");
    }
    return new QueueSettings(
        given.text("name"),
        (int) (size <= 0 ? MOST : Math.min(size, MOST)),
        Adding.values()[(int) mode]);
  }
}

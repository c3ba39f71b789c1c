// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import org.signalbox.script.Value;

/**
 * A value in a table.
 *
 * @param value a number or a text
 * @param end when it ends, in nanoseconds of its table's clock
 */
record Item(Value value, long end) {
  /** The end of what does not end. */
  static final long NEVER = Long.MAX_VALUE;

  boolean isOver(long now) {
    return now >= end;
  }

  Item with(Value next) {
    return new Item(next, end);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import org.signalbox.script.plan.VariableIndex;
import org.signalbox.script.run.Frame;

/** Which of several values an index means (variables.md §1). */
public final class Positions {
  /** What {@link #of} gives when there is no such value. */
  public static final int NONE = -1;

  /** What {@link #of} gives when the index itself has no number. */
  public static final int FAILED = -2;

  private Positions() {}

  /**
   * The position that an index means now.
   *
   * @param size how many values there are
   * @return 0 to size - 1, {@link #NONE} or {@link #FAILED}; the first without an index
   */
  public static int of(Frame frame, VariableIndex index, int size) {
    int wanted = index.position(frame, index instanceof VariableIndex.Dynamic ? NO_NUMBER : 0);
    if (wanted == NO_NUMBER) {
      frame.error("the index of the variable has no number");
      return FAILED;
    }
    int position = wanted < 0 ? wanted + size : wanted;
    return position >= 0 && position < size ? position : NONE;
  }

  private static final int NO_NUMBER = Integer.MIN_VALUE;
}

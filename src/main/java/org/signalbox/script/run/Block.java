// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import java.util.List;

/** Statements that run one after the other. */
public final class Block {
  private final Step[] steps;

  public Block(List<Step> steps) {
    this.steps = steps.toArray(Step[]::new);
  }

  /** Runs them; answers the value of the last one that ran. */
  long run(Frame frame) {
    return runFrom(frame, 0);
  }

  /** Runs those from an index on, as one block. */
  long runFrom(Frame frame, int first) {
    if (!frame.enter()) {
      return -1;
    }
    long value = 1;
    Step[] all = steps;
    for (int i = first; i < all.length; i++) {
      value = all[i].run(frame);
      if (frame.leaving()) {
        suspended(frame, i + 1);
        break;
      }
    }
    frame.leave();
    return value;
  }

  /** When the run is suspended, it goes on here. */
  private void suspended(Frame frame, int next) {
    Continuation suspension = frame.suspension();
    if (suspension != null && next < steps.length) {
      suspension.add((later, value) -> later.leaving() ? value : runFrom(later, next));
    }
  }
}

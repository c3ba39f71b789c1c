// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import org.signalbox.script.run.Frame;

/** What the run of one message can hand to the run of another one that it begins. */
public final class Inheritance {
  private Inheritance() {}

  /** Gives a new frame copies of all AVPs and their trees: neither sees what the other changes. */
  public static void copy(Frame from, Frame to) {
    Avps.copy(from, to);
    NamedValues.copy(from, to);
  }

  /** Has a new frame use the {@code $var} of another one, while that one waits for it. */
  public static void share(Frame from, Frame to) {
    ScriptVariables.share(from, to);
  }

  /** Ends that: from now on the frame has its {@code $var} to itself, as they are. */
  public static void part(Frame frame) {
    ScriptVariables.part(frame);
  }
}

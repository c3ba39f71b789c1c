// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;

/**
 * The script flags of one run, a bit each: each reply, branch or failure route begins without any
 * (variables.md §8).
 */
public final class ScriptFlags {
  private static final StateKey<ScriptFlags> KEY = StateKey.ofRun(ScriptFlags::new);

  private int bits;

  private ScriptFlags() {}

  /** Those of the run that a frame is for. */
  public static ScriptFlags of(Frame frame) {
    return frame.state(KEY);
  }

  public int bits() {
    return bits;
  }

  public void bits(int changed) {
    bits = changed;
  }
}

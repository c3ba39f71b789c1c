// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import org.signalbox.routing.Branch;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.VariableTable;

/** {@code $sbranch(field)}: a target that is put together before it is used (variables.md §7). */
final class StandaloneBranch {
  private static final Branch EMPTY = Branch.to("");
  private static final StateKey<StandaloneBranch> KEY = StateKey.ofRun(StandaloneBranch::new);

  private Branch branch = EMPTY;

  private StandaloneBranch() {}

  static Variable field(String name) {
    BranchFields.Field field = BranchFields.named(name);
    return VariableTable.writable(
        (frame, into) -> field.read(frame.state(KEY).branch, into),
        (frame, value) -> frame.state(KEY).change(field, value));
  }

  private boolean change(BranchFields.Field field, Cell value) {
    Branch changed = field.write(branch, value);
    branch = changed == null ? branch : changed;
    return changed != null;
  }

  /** Forgets everything. */
  static int reset(Frame frame) {
    frame.state(KEY).branch = EMPTY;
    return 1;
  }

  /** Adds it to the targets of the request. */
  static int append(Frame frame) {
    Branch branch = frame.state(KEY).branch;
    if (branch.uri().isEmpty()) {
      frame.error("$sbranch(uri) is not set");
      return -1;
    }
    RequestTarget.of(frame).branches().add(branch);
    return 1;
  }

  /** Makes it the first target of the request. */
  static int toRequestUri(Frame frame) {
    Branch branch = frame.state(KEY).branch;
    if (branch.uri().isEmpty()) {
      frame.error("$sbranch(uri) is not set");
      return -1;
    }
    RequestTarget.of(frame).become(branch);
    return 1;
  }
}

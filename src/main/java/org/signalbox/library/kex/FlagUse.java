// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.kex;

import org.signalbox.routing.Branch;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.variable.ScriptFlags;

/** What is done with one flag, 0 to 31: 1 for done or set, -1 for no such flag or not set. */
enum FlagUse {
  SET,
  RESET,
  TEST;

  private static final int DONE = 1;
  private static final int NOT = -1;
  private static final int HIGHEST = 31;

  private int changed(int bits, int bit) {
    return switch (this) {
      case SET -> bits | bit;
      case RESET -> bits & ~bit;
      case TEST -> bits;
    };
  }

  private int answer(int bits, int bit) {
    return this != TEST || (bits & bit) != 0 ? DONE : NOT;
  }

  private static boolean isFlag(long flag) {
    return flag >= 0 && flag <= HIGHEST;
  }

  /** A flag of the script. */
  int ofScript(Frame frame, long flag) {
    if (!isFlag(flag)) {
      return NOT;
    }
    ScriptFlags flags = ScriptFlags.of(frame);
    int bit = 1 << flag;
    flags.bits(changed(flags.bits(), bit));
    return answer(flags.bits(), bit);
  }

  /** A flag of the first branch. */
  int ofBranch(Frame frame, long flag) {
    return ofBranch(frame, flag, 0);
  }

  /** A flag of a branch: 0 is the first, the next ones are those that were appended. */
  FunctionCall ofBranch(Arguments arguments) {
    Arguments.IntegerArgument flag = arguments.integer(0);
    Arguments.IntegerArgument branch = arguments.integer(1);
    return frame -> ofBranch(frame, flag.value(frame, -1), branch.value(frame, -1));
  }

  private int ofBranch(Frame frame, long flag, long branch) {
    RequestTarget target = RequestTarget.of(frame);
    if (!isFlag(flag) || branch < 0 || branch > target.branches().size()) {
      return NOT;
    }
    int bit = 1 << flag;
    if (branch == 0) {
      target.branchFlags(changed(target.branchFlags(), bit));
      return answer(target.branchFlags(), bit);
    }
    int index = (int) branch - 1;
    Branch changed = target.branches().get(index);
    changed = changed.withFlags(changed(changed.flags(), bit));
    target.branches().set(index, changed);
    return answer(changed.flags(), bit);
  }
}

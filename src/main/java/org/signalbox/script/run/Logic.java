// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

/** Logic, casts and the functions of the language itself (script.md §7). */
public final class Logic {
  private Logic() {}

  /** Both not zero; the right side is looked at only when the left is. */
  public static Operand both(Operand left, Operand right) {
    return new Pair(left, right, true);
  }

  /** One not zero; the right side is looked at only when the left is zero. */
  public static Operand either(Operand left, Operand right) {
    return new Pair(left, right, false);
  }

  public static Operand not(Operand operand) {
    return new Not(operand);
  }

  /** {@code (int)}. */
  public static Operand toNumber(Operand operand) {
    return (NumberOperand) operand::number;
  }

  /** {@code (str)}. */
  public static Operand toText(Operand operand) {
    return (TextOperand) operand::text;
  }

  /** Length in bytes. */
  public static Operand length(Operand operand) {
    return (NumberOperand) frame -> operand.text(frame).length();
  }

  /** {@code selval}: keeps the type of what it selects. */
  public static Operand choice(Operand condition, Operand then, Operand otherwise) {
    return new Choice(condition, then, otherwise);
  }

  private record Choice(Operand condition, Operand then, Operand otherwise) implements Operand {
    @Override
    public void read(Frame frame, Cell into) {
      (condition.number(frame) > 0 ? then : otherwise).read(frame, into);
    }
  }

  /**
   * @param both whether the right side counts when the left one holds, else when it does not
   */
  private record Pair(Operand left, Operand right, boolean both) implements NumberOperand {
    @Override
    public boolean mayWait() {
      return left.mayWait() || right.mayWait();
    }

    @Override
    public boolean holds(Frame frame) {
      boolean holds = left.number(frame) != 0;
      Continuation suspension = frame.suspension();
      if (suspension != null) {
        suspension.taking(left, (later, value) -> behind(later, value != 0) ? 1 : 0);
        suspension.giving(this);
        return holds;
      }
      return behind(frame, holds);
    }

    private boolean behind(Frame frame, boolean first) {
      if (first != both) {
        return first;
      }
      boolean holds = right.number(frame) != 0;
      Continuation suspension = frame.suspension();
      if (suspension != null) {
        suspension.taking(right, (later, value) -> value);
        suspension.giving(this);
      }
      return holds;
    }

    @Override
    public long number(Frame frame) {
      return holds(frame) ? 1 : 0;
    }
  }

  private record Not(Operand operand) implements NumberOperand {
    @Override
    public boolean mayWait() {
      return operand.mayWait();
    }

    @Override
    public boolean holds(Frame frame) {
      boolean zero = operand.number(frame) == 0;
      Continuation suspension = frame.suspension();
      if (suspension != null) {
        suspension.taking(operand, (later, value) -> value == 0 ? 1 : 0);
        suspension.giving(this);
      }
      return zero;
    }

    @Override
    public long number(Frame frame) {
      return holds(frame) ? 1 : 0;
    }
  }
}

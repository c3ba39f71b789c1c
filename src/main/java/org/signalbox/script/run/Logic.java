// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

/** Logic, casts and the functions of the language itself (script.md §7). */
public final class Logic {
  private Logic() {}

  /** Both not zero; the right side is looked at only when the left is. */
  public static Operand both(Operand left, Operand right) {
    return Comparison.truth(frame -> left.number(frame) != 0 && right.number(frame) != 0);
  }

  /** One not zero; the right side is looked at only when the left is zero. */
  public static Operand either(Operand left, Operand right) {
    return Comparison.truth(frame -> left.number(frame) != 0 || right.number(frame) != 0);
  }

  public static Operand not(Operand operand) {
    return Comparison.truth(frame -> operand.number(frame) == 0);
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
}

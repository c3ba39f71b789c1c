// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import org.jspecify.annotations.Nullable;

/**
 * An operator in whose operands the run may be suspended. They are evaluated one after the other
 * and then the operator alone, so that the run goes on in the middle with what is known.
 */
public final class Stepwise implements Operand {

  /** The operator between whatever operands. */
  @FunctionalInterface
  public interface Operator {
    Operand between(Operand left, Operand right);
  }

  private final Operand left;
  private final Operand right;
  private final Operator operator;

  public Stepwise(Operand left, Operand right, Operator operator) {
    this.left = left;
    this.right = right;
    this.operator = operator;
  }

  @Override
  public boolean mayWait() {
    return true;
  }

  @Override
  public void read(Frame frame, Cell into) {
    Operand known = known(frame);
    if (known == null) {
      into.clear();
    } else {
      known.read(frame, into);
    }
  }

  /** The operator between what its operands are; null when the run was suspended in one. */
  private @Nullable Operand known(Frame frame) {
    Operand first = evaluated(left, frame);
    Continuation suspension = frame.suspension();
    if (suspension != null) {
      suspension.taking(left, (later, value) -> behind(later, Constants.number(value)));
      suspension.giving(this);
      return null;
    }
    return known(frame, first);
  }

  private @Nullable Operand known(Frame frame, Operand first) {
    Operand second = evaluated(right, frame);
    Continuation suspension = frame.suspension();
    if (suspension != null) {
      suspension.taking(
          right, (later, value) -> number(later, operator.between(first, Constants.number(value))));
      suspension.giving(this);
      return null;
    }
    return operator.between(first, second);
  }

  private long behind(Frame frame, Operand first) {
    Operand known = known(frame, first);
    return known == null ? 0 : number(frame, known);
  }

  /** What goes on with it takes numbers only. */
  private static long number(Frame frame, Operand known) {
    Cell value = frame.scratch();
    known.read(frame, value);
    return value.kind() == Cell.Kind.NUMBER ? value.number() : Continuation.lost(frame, 0);
  }

  private static Operand evaluated(Operand operand, Frame frame) {
    Cell value = new Cell();
    operand.read(frame, value);
    return (later, into) -> into.copy(value);
  }
}

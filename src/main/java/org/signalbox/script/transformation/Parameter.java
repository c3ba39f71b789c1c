// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.Frame;
import org.signalbox.script.Operand;
import org.signalbox.script.Value;

/** A parameter of a transformation: known at load, or a variable (transformations.md §1.1). */
public final class Parameter {
  private final @Nullable Value literal;
  private final Operand operand;
  private final boolean numeric;

  private Parameter(@Nullable Value literal, Operand operand, boolean numeric) {
    this.literal = literal;
    this.operand = operand;
    this.numeric = numeric;
  }

  /** One that is known now. */
  static Parameter literal(Value value) {
    return new Parameter(value, frame -> value, value.isInteger());
  }

  /** A variable that must have an integer part when it is used. */
  static Parameter number(Operand operand) {
    return new Parameter(null, operand, true);
  }

  /** A variable that must have some text when it is used. */
  static Parameter text(Operand operand) {
    return new Parameter(null, operand, false);
  }

  /** Its value where it stands in the file, null for a variable. */
  public @Nullable Value literal() {
    return literal;
  }

  /**
   * Its value; {@link Value#FAILED}, and the frame is told, when a variable has none of its kind.
   */
  public Value value(Frame frame) {
    if (literal != null) {
      return literal;
    }
    Value value = operand.value(frame);
    if (numeric) {
      return value.hasNumber()
          ? value
          : frame.fail("a parameter of the transformation is no integer");
    }
    return value.text().isEmpty()
        ? frame.fail("a parameter of the transformation is empty")
        : value;
  }
}

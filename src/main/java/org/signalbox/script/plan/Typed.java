// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.run.Constants;
import org.signalbox.script.run.Operand;
import org.signalbox.script.run.Reads;
import org.signalbox.script.run.Variable;

/**
 * A planned expression with what is known of its value (script.md §7.1).
 *
 * @param constant a Long or a String when the value is known now
 * @param variable when it is nothing but a variable
 */
record Typed(Operand operand, Type type, @Nullable Object constant, @Nullable Variable variable) {

  /** What its value will be. */
  enum Type {
    NUMBER("int"),
    TEXT("str"),
    /** Known only when it runs. */
    ANY("any");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  static Typed number(Operand operand) {
    return new Typed(operand, Type.NUMBER, null, null);
  }

  static Typed number(long constant) {
    return new Typed(Constants.number(constant), Type.NUMBER, constant, null);
  }

  static Typed text(Operand operand) {
    return new Typed(operand, Type.TEXT, null, null);
  }

  static Typed text(String constant) {
    return new Typed(Constants.text(constant), Type.TEXT, constant, null);
  }

  static Typed any(Operand operand) {
    return new Typed(operand, Type.ANY, null, null);
  }

  static Typed variable(Variable variable) {
    return new Typed(Reads.variable(variable), Type.ANY, null, variable);
  }

  /** The same, read otherwise. */
  Typed with(Operand other) {
    return new Typed(other, type, constant, variable);
  }

  boolean isConstant() {
    return constant != null;
  }

  boolean isEmptyText() {
    return "".equals(constant);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import org.signalbox.script.run.Cell;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;

/** Which of several values a variable means (variables.md §1). */
public sealed interface VariableIndex {

  /** No index: usually the first or newest. */
  record None() implements VariableIndex {}

  /** {@code [*]}. */
  record All() implements VariableIndex {}

  /** {@code [1]}, {@code [-1]}. */
  record At(int position) implements VariableIndex {}

  /** {@code [$var(i)]}. */
  record Dynamic(Variable variable) implements VariableIndex {}

  /** Whether there is one. */
  default boolean given() {
    return !(this instanceof None);
  }

  /**
   * The position that it means now; {@code otherwise} for none, for all, and for a variable without
   * a number.
   */
  default int position(Frame frame, int otherwise) {
    if (this instanceof At at) {
      return at.position();
    }
    if (this instanceof Dynamic dynamic) {
      Cell value = frame.scratch();
      dynamic.variable().read(frame, value);
      return value.isNumeric() ? (int) value.number() : otherwise;
    }
    return otherwise;
  }
}

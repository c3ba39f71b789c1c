// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

/**
 * One compiled expression. Immutable and shared.
 *
 * <p>Each of the three readings evaluates it once; a node overrides those that its type makes
 * cheap. All throw {@link Fault} when the expression has no value at all (division by zero).
 */
public interface Operand {

  /** Its value as it is. */
  void read(Frame frame, Cell into);

  /** Its value as a number: nothing is 0, a text is converted (script.md §7.1). */
  default long number(Frame frame) {
    Cell value = frame.scratch();
    read(frame, value);
    return Conversion.number(frame, value);
  }

  /** Its value as a text: nothing is empty. */
  default String text(Frame frame) {
    Cell value = frame.scratch();
    read(frame, value);
    return value.text();
  }

  /** Whether it selects the body of {@code if} and {@code while}: greater than zero. */
  default boolean holds(Frame frame) {
    return frame.limits().holds(number(frame));
  }

  /** Whether the run may be suspended in it and go on with its value later. */
  default boolean mayWait() {
    return false;
  }
}

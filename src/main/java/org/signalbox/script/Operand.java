// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

/**
 * Something that has a value while a script runs: a constant, a variable, a transformed variable.
 */
@FunctionalInterface
public interface Operand {

  /** Its value now; never throws, a failure is {@link Value#FAILED}. */
  Value value(Frame frame);

  /** One that always has the same value. */
  static Operand constant(Value value) {
    return frame -> value;
  }
}

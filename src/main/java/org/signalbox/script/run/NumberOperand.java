// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

/** An expression that is always a number. */
public interface NumberOperand extends Operand {

  @Override
  long number(Frame frame);

  @Override
  default void read(Frame frame, Cell into) {
    into.set(number(frame));
  }

  @Override
  default String text(Frame frame) {
    return Long.toString(number(frame));
  }
}

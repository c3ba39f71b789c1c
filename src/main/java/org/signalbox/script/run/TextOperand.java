// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

/** An expression that is always a text. */
interface TextOperand extends Operand {

  @Override
  String text(Frame frame);

  @Override
  default void read(Frame frame, Cell into) {
    into.set(text(frame));
  }
}

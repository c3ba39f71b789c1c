// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.signalbox.script.Frame;
import org.signalbox.script.Value;

/** Works on the text of a value, an integer's decimals included; null fails silently. */
public record OnText(Work work) implements Transformation {

  /** What is done with the text. */
  @FunctionalInterface
  public interface Work {
    Value on(String text, Frame frame);
  }

  @Override
  public Value apply(Value input, Frame frame) {
    return input.isNull() ? Value.FAILED : work.on(input.text(), frame);
  }

  /** The same for the classes that take an empty text for no text at all. */
  static Transformation notEmpty(Work work) {
    return new OnText((text, frame) -> text.isEmpty() ? Value.FAILED : work.on(text, frame));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

/** Expressions that never change. */
public final class Constants {
  private Constants() {}

  /** A number. */
  public static Operand number(long value) {
    return new NumberConstant(value, Long.toString(value));
  }

  /** A text. */
  public static Operand text(String value) {
    return new TextConstant(value);
  }

  private record NumberConstant(long value, String digits) implements NumberOperand {
    @Override
    public long number(Frame frame) {
      return value;
    }

    @Override
    public String text(Frame frame) {
      return digits;
    }
  }

  private record TextConstant(String value) implements TextOperand {
    @Override
    public String text(Frame frame) {
      return value;
    }
  }
}

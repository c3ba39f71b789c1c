// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

/** Reads a text as a decimal number, without exceptions: the text may come from anywhere. */
final class Decimal {
  /** What {@link #parse} gives for a text that is no number, or none that fits. */
  static final long NONE = Long.MIN_VALUE;

  private static final int MOST_DIGITS = 18;

  private Decimal() {}

  /** An optional sign and digits, without blanks; {@link #NONE} otherwise. */
  static long parse(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    long value = digits(text, signed ? 1 : 0, text.length());
    return value < 0 ? NONE : text.startsWith("-") ? -value : value;
  }

  /** The digits of a range, leading zeros included; {@link #NONE} otherwise. */
  static long digits(String text, int from, int to) {
    int at = from;
    while (at < to - 1 && text.charAt(at) == '0') {
      at++;
    }
    if (at >= to || to - at > MOST_DIGITS) {
      return NONE;
    }
    long value = 0;
    for (; at < to; at++) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      value = 10 * value + digit;
    }
    return value;
  }
}

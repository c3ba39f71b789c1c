// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import org.signalbox.script.Value.Reading;

/**
 * Reads a text as an integer the way expressions do: nothing is 0, else an optional sign and
 * digits, or {@code 0x} and hexadecimal digits, without blanks (script.md §7.1).
 */
final class Numeral {
  private Numeral() {}

  /** The number, or 0 when the text is none or exceeds 64 bits. */
  static long value(String text) {
    boolean hexadecimal = hexadecimal(text);
    boolean negative = text.startsWith("-");
    int start = start(text, hexadecimal);
    int radix = hexadecimal ? 16 : 10;
    long value = 0; // kept negative: there is one more negative number than positive ones
    for (int i = start; i < text.length(); i++) {
      int digit = digit(text.charAt(i), radix);
      if (digit < 0 || value < (Long.MIN_VALUE + digit) / radix) {
        return 0;
      }
      value = value * radix - digit;
    }
    if (negative) {
      return value;
    }
    return value == Long.MIN_VALUE ? 0 : -value;
  }

  static Reading reading(String text) {
    boolean hexadecimal = hexadecimal(text);
    int start = start(text, hexadecimal);
    if (start == text.length() && start > 0) {
      return Reading.NOT_A_NUMBER;
    }
    boolean zero = true;
    for (int i = start; i < text.length(); i++) {
      int digit = digit(text.charAt(i), hexadecimal ? 16 : 10);
      if (digit < 0) {
        return Reading.NOT_A_NUMBER;
      }
      zero &= digit == 0;
    }
    return zero || value(text) != 0 ? Reading.NUMBER : Reading.OUT_OF_RANGE;
  }

  private static boolean hexadecimal(String text) {
    return text.startsWith("0x") || text.startsWith("0X");
  }

  private static int start(String text, boolean hexadecimal) {
    if (hexadecimal) {
      return 2;
    }
    return text.startsWith("-") || text.startsWith("+") ? 1 : 0;
  }

  private static int digit(char c, int radix) {
    return c < 128 ? Character.digit(c, radix) : -1;
  }
}

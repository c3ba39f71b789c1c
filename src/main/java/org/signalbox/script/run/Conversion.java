// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

/** Texts as numbers (script.md §7.1). */
final class Conversion {
  private Conversion() {}

  /** The decimal number that a whole text is, or another value when it is none. */
  static long decimal(String text, long otherwise) {
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (text.length() == start || text.length() > start + 18) {
      return otherwise;
    }
    long value = 0;
    for (int at = start; at < text.length(); at++) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return otherwise;
      }
      value = value * 10 + digit;
    }
    return text.charAt(0) == '-' ? -value : value;
  }

  static long number(Frame frame, Cell value) {
    if (value.kind() != Cell.Kind.TEXT || value.isNumeric()) {
      return value.number();
    }
    return number(frame, value.text());
  }

  /** The number that a whole text is; 0 with a warning when it is none. */
  static long number(Frame frame, String text) {
    if (text.isEmpty()) {
      return 0;
    }
    boolean negative = text.charAt(0) == '-';
    int start = negative || text.charAt(0) == '+' ? 1 : 0;
    boolean hex = text.startsWith("0x", start) || text.startsWith("0X", start);
    int radix = hex ? 16 : 10;
    long value = 0;
    int at = hex ? start + 2 : start;
    boolean wrong = at == text.length();
    for (; at < text.length() && !wrong; at++) {
      int digit = Character.digit(text.charAt(at), radix);
      wrong = digit < 0 || value > (Long.MAX_VALUE - digit) / radix;
      value = value * radix + digit;
    }
    if (wrong) {
      frame.log().notANumber(frame, text);
      return 0;
    }
    return negative ? -value : value;
  }
}

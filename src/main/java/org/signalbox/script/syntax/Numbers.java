// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import org.signalbox.script.syntax.Token.Kind;

/** Reads number literals: decimal, {@code 0x1F}, octal {@code 010}, binary {@code 101b}. */
final class Numbers {
  /** No literal has this value. */
  static final long OUT_OF_RANGE = Long.MIN_VALUE;

  private Numbers() {}

  static Token scan(Scanner scanner, int start, boolean spaced) {
    String text = scanner.text();
    int end = start;
    int radix = 10;
    int from = start;
    if (text.startsWith("0x", start) || text.startsWith("0X", start)) {
      radix = 16;
      from = end = start + 2;
    }
    while (end < text.length() && Character.digit(text.charAt(end), radix) >= 0) {
      end++;
    }
    String digits = text.substring(from, end);
    if (radix == 10 && binaryEndsAt(text, digits, end)) {
      radix = 2;
      end++;
    } else if (radix == 10 && digits.length() > 1 && digits.startsWith("0")) {
      radix = octal(digits) ? 8 : 10; // 08 is no octal number, but it may be a part of an address
    }
    scanner.moveTo(end);
    return scanner.token(
        Kind.NUMBER, text.substring(start, end), value(digits, radix), start, spaced);
  }

  private static boolean binaryEndsAt(String text, String digits, int end) {
    return text.startsWith("b", end)
        && (end + 1 >= text.length() || !Scanner.isWordPart(text.charAt(end + 1)))
        && digits.chars().allMatch(c -> c == '0' || c == '1');
  }

  private static boolean octal(String digits) {
    return digits.chars().allMatch(c -> c <= '7');
  }

  /**
   * The value, or {@link #OUT_OF_RANGE}. Kamailio's literals have 32 bits and wrap; a decimal
   * number beyond them is surely a mistake, a bit pattern is not.
   */
  private static long value(String digits, int radix) {
    try {
      long value = Long.parseLong(digits, radix);
      if (radix == 10) {
        return value <= Integer.MAX_VALUE ? value : OUT_OF_RANGE;
      }
      return value <= 0xFFFF_FFFFL ? (int) value : OUT_OF_RANGE;
    } catch (NumberFormatException e) {
      return OUT_OF_RANGE;
    }
  }
}

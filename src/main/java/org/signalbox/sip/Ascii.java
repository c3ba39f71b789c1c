// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Comparisons, numbers and text over ranges of bytes, without making Strings of them. */
public final class Ascii {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH_BYTE = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private Ascii() {}

  /** The lower-case form of one ASCII letter; every other byte stays as it is. */
  public static int lower(int b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }

  /** Whether two ranges are the same, letters in any case. */
  public static boolean equalsIgnoreCase(
      byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
    if (aTo - aFrom != bTo - bFrom) {
      return false;
    }
    for (int i = aFrom, j = bFrom; i < aTo; i++, j++) {
      if (a[i] != b[j] && lower(a[i]) != lower(b[j])) {
        return false;
      }
    }
    return true;
  }

  /** Whether a range spells {@code text}, letters in any case. */
  public static boolean equalsIgnoreCase(byte[] a, int from, int to, String text) {
    int length = text.length();
    if (to - from != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      int x = a[from + i];
      int y = text.charAt(i);
      if (x != y && lower(x) != lower(y)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a range spells {@code text} exactly. */
  public static boolean equals(byte[] a, int from, int to, String text) {
    int length = text.length();
    if (to - from != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (a[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code text} begins at {@code from}, letters in any case, before {@code to}. */
  public static boolean startsWithIgnoreCase(byte[] a, int from, int to, String text) {
    return to - from >= text.length() && equalsIgnoreCase(a, from, from + text.length(), text);
  }

  /** First position of {@code wanted}, an ASCII character, in the range; or -1. */
  public static int indexOf(byte[] a, int from, int to, int wanted) {
    int i = from;
    long pattern = wanted * EACH_BYTE;
    // Eight bytes at a step: a byte of the difference is zero where the character stands.
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long difference = eightBytes(a, i) ^ pattern;
      long zeros = (difference - EACH_BYTE) & ~difference & HIGH_BITS;
      if (zeros != 0) {
        return i + (Long.numberOfTrailingZeros(zeros) >>> 3);
      }
    }
    for (; i < to; i++) {
      if (a[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  static long eightBytes(byte[] a, int from) {
    return (long) LONGS.get(a, from);
  }

  /**
   * The unsigned decimal number that fills the range.
   *
   * @return -1 when the range is empty, holds anything but digits, or exceeds {@code max}
   */
  public static long number(byte[] a, int from, int to, long max) {
    if (from >= to) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = a[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
      if (value > max) {
        return -1;
      }
    }
    return value;
  }

  /** The hexadecimal number that fills the range, 1 to 15 digits; 0 for anything else. */
  static long hexNumber(byte[] a, int from, int to) {
    if (to - from > 15) {
      return 0;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = hex(a[i]);
      if (digit < 0) {
        return 0;
      }
      value = (value << 4) | digit;
    }
    return value;
  }

  /** The text of a range: UTF-8, or ISO 8859-1 where the bytes are no UTF-8, so none is lost. */
  public static String text(byte[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      if (a[i] < 0) {
        return unicode(a, from, to);
      }
    }
    return new String(a, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static String unicode(byte[] a, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(a, from, to - from))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(a, from, to - from, StandardCharsets.ISO_8859_1);
    }
  }

  static boolean isBlank(int b) {
    return b == ' ' || b == '\t';
  }

  /** Blanks and line ends: what may stand between tokens of a folded header. */
  static boolean isSpace(int b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }

  static int skipSpace(byte[] a, int from, int to) {
    int i = from;
    while (i < to && isSpace(a[i])) {
      i++;
    }
    return i;
  }

  static int trimEnd(byte[] a, int from, int to) {
    int end = to;
    while (end > from && isSpace(a[end - 1])) {
      end--;
    }
    return end;
  }

  static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }

  /** The value of a hexadecimal digit, or -1. */
  static int hex(int b) {
    if (b >= '0' && b <= '9') {
      return b - '0';
    }
    int letter = lower(b);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }

  /** RFC 3261 §25.1 {@code token}. */
  static boolean isToken(int b) {
    return b > 0 && TOKEN[b];
  }

  /** Whether a whole, non-empty range is a {@code token}. */
  static boolean isToken(byte[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isToken(a[i])) {
        return false;
      }
    }
    return from < to;
  }

  private static final boolean[] TOKEN = new boolean[128];

  static {
    for (int b = 0; b < 128; b++) {
      TOKEN[b] = isDigit(b) || (lower(b) >= 'a' && lower(b) <= 'z') || "-.!%*_+`'~".indexOf(b) >= 0;
    }
  }
}

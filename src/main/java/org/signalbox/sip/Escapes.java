// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.nio.charset.StandardCharsets;

/** The {@code %HH} escapes of URIs (RFC 3261 §19.1.2, RFC 2396 §2). */
public final class Escapes {

  private static final String MARK = "-_.!~*'()";
  private static final String USER = "&=+$,;?/";
  private static final String PARAMETER = "[]/:&+$";
  private static final String HEADER = "[]/?:+$";

  /** Escaped they mean themselves, plain they separate; the percent sign keeps keys unambiguous. */
  private static final String KEPT = ";/?:@&=+$,%";

  private Escapes() {}

  /** Every {@code %HH} resolved, the bytes read as UTF-8; broken escapes stay as they are. */
  public static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    OutputBuffer plain = new OutputBuffer(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int value = escape(bytes, i, bytes.length);
      plain.append((char) (value < 0 ? bytes[i] & 0xff : value));
      i += value < 0 ? 0 : 2;
    }
    return Ascii.text(plain.array(), 0, plain.size());
  }

  /** A text as the user or password part of a SIP URI. */
  public static String user(String text) {
    return encode(text, USER);
  }

  /** A text as a parameter name or value of a SIP URI. */
  public static String parameter(String text) {
    return encode(text, PARAMETER);
  }

  /** A text as a header name or value of a SIP URI. */
  public static String header(String text) {
    return encode(text, HEADER);
  }

  private static String encode(String text, String allowed) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          c < 0x80
              && (Character.isLetterOrDigit(c) || MARK.indexOf(c) >= 0 || allowed.indexOf(c) >= 0);
      if (plain) {
        escaped.append(c);
      } else {
        escape(escaped, c);
      }
    }
    return escaped.toString();
  }

  /**
   * Appends a range in the one spelling that equivalent ones share: escapes of unreserved
   * characters resolved, the others in upper case, letters in lower case if {@code ignoreCase}.
   */
  static void normalise(StringBuilder key, byte[] a, int from, int to, boolean ignoreCase) {
    for (int i = from; i < to; i++) {
      int value = escape(a, i, to);
      if (value >= 0) {
        i += 2;
        if (value <= ' ' || value >= 0x7f || KEPT.indexOf(value) >= 0) {
          escape(key, (char) value);
          continue;
        }
      } else {
        value = a[i] & 0xff;
        if (value >= 0x80) {
          escape(key, (char) value);
          continue;
        }
      }
      key.append((char) (ignoreCase ? Ascii.lower(value) : value));
    }
  }

  private static void escape(StringBuilder to, char c) {
    to.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
  }

  /** The byte that the escape at {@code at} stands for, or -1 when none stands there. */
  private static int escape(byte[] a, int at, int to) {
    if (a[at] != '%' || at + 2 >= to) {
      return -1;
    }
    int high = Ascii.hex(a[at + 1]);
    int low = Ascii.hex(a[at + 2]);
    return high < 0 || low < 0 ? -1 : (high << 4) | low;
  }
}

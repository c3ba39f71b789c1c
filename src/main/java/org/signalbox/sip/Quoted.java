// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/** Quoted strings (RFC 3261 §25.1): finding their end, taking quotes off, putting them on. */
public final class Quoted {

  private Quoted() {}

  /** The text inside the quotes with backslashes resolved; any other text as it is. */
  public static String unquote(String text) {
    int last = text.length() - 1;
    if (last < 1 || text.charAt(0) != '"' || text.charAt(last) != '"') {
      return text;
    }
    if (text.indexOf('\\') < 0) {
      return text.substring(1, last);
    }
    StringBuilder plain = new StringBuilder(last);
    for (int i = 1; i < last; i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < last) {
        c = text.charAt(++i);
      }
      plain.append(c);
    }
    return plain.toString();
  }

  /** The text as a quoted string; line ends and NUL, which it cannot hold, become blanks. */
  public static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\');
      }
      quoted.append(c == '\r' || c == '\n' || c == 0 ? ' ' : c);
    }
    return quoted.append('"').toString();
  }

  /** Behind the quote that closes the string opened at {@code from}, or -1 when none does. */
  static int end(byte[] a, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (a[i] == '\\') {
        i++;
      } else if (a[i] == '"') {
        return i + 1;
      }
    }
    return -1;
  }
}

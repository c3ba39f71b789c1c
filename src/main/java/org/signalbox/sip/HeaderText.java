// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/** Refuses text that would break out of the line it is written into. */
final class HeaderText {

  private HeaderText() {}

  /**
   * The text itself.
   *
   * @throws IllegalArgumentException when it holds a line end that no blank follows, or a NUL
   */
  static String value(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || (c == '\n' && !continues(text, i)) || (c == '\r' && !foldsAt(text, i))) {
        throw new IllegalArgumentException("a header value must not hold a line end");
      }
    }
    return text;
  }

  private static boolean foldsAt(String text, int cr) {
    return cr + 1 < text.length() && text.charAt(cr + 1) == '\n' && continues(text, cr + 1);
  }

  private static boolean continues(String text, int lf) {
    return lf + 1 < text.length() && Ascii.isBlank(text.charAt(lf + 1));
  }

  /**
   * The text itself.
   *
   * @throws IllegalArgumentException when it holds a line end
   */
  static String line(String text) {
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("a start line must not hold a line end");
    }
    return text;
  }

  /**
   * The text itself.
   *
   * @throws IllegalArgumentException when it is no token
   */
  static String name(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80 || !Ascii.isToken(text.charAt(i))) {
        throw new IllegalArgumentException("no token: " + Quoted.quote(text));
      }
    }
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a name must not be empty");
    }
    return text;
  }
}

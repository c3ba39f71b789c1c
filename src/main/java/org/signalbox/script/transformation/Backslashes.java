// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.signalbox.script.Value;

/** Escapes with a backslash or by doubling quotes: escape.common, escape.crlf, escape.csv. */
final class Backslashes {
  private static final String COMMON = "'\"\\\0";
  private static final String COMMON_WRITTEN = "'\"\\0";
  private static final String LINE_ENDS = "\r\n";
  private static final String LINE_ENDS_WRITTEN = "rn";

  private Backslashes() {}

  static void addTo(NamedTransformations s) {
    s.text("escape.common", (text, frame) -> Value.of(common(text)));
    s.text("unescape.common", (text, frame) -> Value.of(unescaped(text, COMMON, COMMON_WRITTEN)));
    s.text("escape.crlf", (text, frame) -> Value.of(escaped(text, LINE_ENDS, LINE_ENDS_WRITTEN)));
    s.text(
        "unescape.crlf", (text, frame) -> Value.of(unescaped(text, LINE_ENDS, LINE_ENDS_WRITTEN)));
    s.text("escape.csv", (text, frame) -> Value.of('"' + text.replace("\"", "\"\"") + '"'));
  }

  /** Quotes, backslash and NUL with a backslash before them. */
  static String common(String text) {
    return escaped(text, COMMON, COMMON_WRITTEN);
  }

  /** What {@code \n \r \t \\} in a parameter stand for; others stay as they are. */
  static String whitespace(String text) {
    return unescaped(text, "\n\r\t\\", "nrt\\");
  }

  private static String escaped(String text, String special, String written) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int which = special.indexOf(c);
      if (which < 0) {
        out.append(c);
      } else {
        out.append('\\').append(written.charAt(which));
      }
    }
    return out.toString();
  }

  private static String unescaped(String text, String special, String written) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = c == '\\' && i + 1 < text.length();
      int which = pair ? written.indexOf(text.charAt(i + 1)) : -1;
      if (which >= 0) {
        out.append(special.charAt(which));
        i++;
      } else if (pair) {
        out.append(c).append(text.charAt(++i)); // an unknown one stays, its second half unread
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}

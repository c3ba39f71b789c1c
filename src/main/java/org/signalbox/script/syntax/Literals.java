// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

/** Reads quoted literals at the place where a scanner stands (script.md §1). */
final class Literals {
  private final Scanner scanner;
  private final String text;

  Literals(Scanner scanner) {
    this.scanner = scanner;
    this.text = scanner.text();
  }

  /** Nothing is an escape; a single quote cannot be inside. */
  String singleQuoted() {
    int start = scanner.position();
    int end = text.indexOf('\'', start + 1);
    if (end < 0) {
      return unclosed(start, text.substring(start + 1));
    }
    scanner.moveTo(end + 1);
    return text.substring(start + 1, end);
  }

  /** One or more literals with only white space between them, joined. */
  String doubleQuoted() {
    StringBuilder value = new StringBuilder();
    int next = scanner.position();
    do {
      scanner.moveTo(next + 1);
      if (!one(value)) {
        return unclosed(next, value.toString());
      }
      next = scanner.position();
      while (next < text.length() && Scanner.isBlank(text.charAt(next))) {
        next++;
      }
    } while (text.startsWith("\"", next));
    return value.toString();
  }

  private boolean one(StringBuilder value) {
    int at = scanner.position();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        scanner.moveTo(at + 1);
        return true;
      }
      at = c == '\\' && at + 1 < text.length() ? escape(at + 1, value) : plain(at, c, value);
    }
    return false;
  }

  private static int plain(int at, char c, StringBuilder value) {
    value.append(c);
    return at + 1;
  }

  /** Appends what the escape means; returns the offset behind it. Unknown ones stay as they are. */
  private int escape(int at, StringBuilder value) {
    char c = text.charAt(at);
    int known = "nrat\"\\".indexOf(c);
    if (known >= 0) {
      value.append("\n\r\u0007\t\"\\".charAt(known));
      return at + 1;
    }
    if (scanner.lineEndAt(at) > 0) {
      return at + scanner.lineEndAt(at);
    }
    if (c == 'x' && digit(at + 1, 16) >= 0) {
      return coded(at + 1, 16, 2, value);
    }
    if (digit(at, 8) >= 0 && digit(at + 1, 8) >= 0) {
      return coded(at, 8, 3, value);
    }
    value.append('\\').append(c);
    return at + 1;
  }

  private int coded(int at, int radix, int longest, StringBuilder value) {
    int code = 0;
    int end = at;
    while (end < at + longest && digit(end, radix) >= 0) {
      code = code * radix + digit(end, radix);
      end++;
    }
    value.append((char) (code & 0xFF));
    return end;
  }

  private int digit(int at, int radix) {
    return at < text.length() ? Character.digit(text.charAt(at), radix) : -1;
  }

  private String unclosed(int start, String value) {
    scanner.moveTo(start + 1);
    scanner.problem(
        "unclosed-string", start, "syntax error: the string that begins here never ends");
    scanner.moveTo(text.length());
    return value;
  }
}

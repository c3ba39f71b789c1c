// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

/** Finds where a variable or a select ends (script.md §1). */
final class ReferenceText {
  private ReferenceText() {}

  /**
   * The offset behind {@code $name}, {@code $name(...)}, {@code $(...)} or {@code $?}; one behind
   * the start when no variable begins here; -1 when its brackets never close.
   */
  static int variableEnd(String text, int start) {
    int at = start + 1;
    if (text.startsWith("?", at)) {
      return at + 1;
    }
    if (text.startsWith("(", at)) {
      return closed(text, at, true);
    }
    while (at < text.length() && Scanner.isWordPart(text.charAt(at))) {
      at++;
    }
    return at > start + 1 && text.startsWith("(", at) ? closed(text, at, false) : at;
  }

  /** The offset behind the bracket that closes the one here, or -1. */
  private static int closed(String text, int open, boolean overLines) {
    int depth = 0;
    for (int at = open; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return at + 1;
      } else if (c == '\n' && !overLines) {
        return -1;
      }
    }
    return -1;
  }

  /** The offset behind {@code @a.b["x"][1]}; one behind the start when no select begins here. */
  static int selectEnd(String text, int start) {
    int at = start + 1;
    if (at >= text.length() || !Scanner.isWordStart(text.charAt(at))) {
      return at;
    }
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean dotted =
          c == '.' && at + 1 < text.length() && Scanner.isWordPart(text.charAt(at + 1));
      if (Scanner.isWordPart(c) || dotted) {
        at++;
      } else if (c == '[') {
        int close = text.indexOf(']', at);
        int line = text.indexOf('\n', at);
        if (close < 0 || (line >= 0 && line < close)) {
          return -1;
        }
        at = close + 1;
      } else {
        break;
      }
    }
    return at;
  }
}

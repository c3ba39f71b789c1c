// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textopsx;

import java.util.Locale;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.FunctionCall;

/**
 * Patterns as shells have them for the names of files: {@code *}, {@code ?}, {@code [a-z]}, {@code
 * [!a]} and a backslash before what is meant literally. A slash and a leading dot are ordinary.
 */
final class Glob {
  private final String pattern;

  private Glob(String pattern) {
    this.pattern = pattern;
  }

  /** {@code fnmatch(text, pattern [, "i"])}. */
  static FunctionCall call(Arguments arguments) {
    Arguments.TextArgument text = arguments.text(0);
    Arguments.TextArgument pattern = arguments.text(1);
    boolean anyCase = arguments.count() > 2 && anyCase(arguments.constant(2));
    return frame -> {
      String value = text.value(frame);
      String written = pattern.value(frame);
      return value != null && written != null && matches(value, written, anyCase) ? 1 : -1;
    };
  }

  private static boolean anyCase(String flags) {
    if (!flags.equals("i") && !flags.isEmpty()) {
      throw new Unresolvable("the only flag is i, not \"" + flags + "\"");
    }
    return flags.equals("i");
  }

  static boolean matches(String text, String pattern, boolean anyCase) {
    return anyCase
        ? new Glob(pattern.toLowerCase(Locale.ROOT)).matches(text.toLowerCase(Locale.ROOT))
        : new Glob(pattern).matches(text);
  }

  /** Goes back to the last star only, so that no pattern takes long. */
  private boolean matches(String text) {
    int at = 0;
    int in = 0;
    int star = -1;
    int starAt = 0;
    while (in < text.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        starAt = in;
      } else if (at < pattern.length() && one(at, text.charAt(in))) {
        at = behind(at);
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++starAt;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  /** Whether the element at a place of the pattern means a character. */
  private boolean one(int at, char c) {
    char p = pattern.charAt(at);
    if (p == '?') {
      return true;
    }
    if (p == '\\' && at + 1 < pattern.length()) {
      return pattern.charAt(at + 1) == c;
    }
    return (p == '[' && setEnd(at) > 0) ? inSet(at, c) : p == c;
  }

  private int behind(int at) {
    char p = pattern.charAt(at);
    if (p == '\\' && at + 1 < pattern.length()) {
      return at + 2;
    }
    int end = p == '[' ? setEnd(at) : -1;
    return end > 0 ? end + 1 : at + 1;
  }

  private boolean negated(int open) {
    return open + 1 < pattern.length() && "!^".indexOf(pattern.charAt(open + 1)) >= 0;
  }

  /** The bracket that closes a set, or -1 when none does: then the opening one is meant. */
  private int setEnd(int open) {
    int first = open + (negated(open) ? 2 : 1);
    int at = first;
    while (at < pattern.length() && (at == first || pattern.charAt(at) != ']')) {
      int close = pattern.startsWith("[:", at) ? pattern.indexOf(":]", at) : -1;
      at = close < 0 ? at + 1 : close + 2;
    }
    return at < pattern.length() ? at : -1;
  }

  private boolean inSet(int open, char c) {
    boolean negated = negated(open);
    int end = setEnd(open);
    int at = open + (negated ? 2 : 1);
    boolean found = false;
    while (at < end) {
      int close = pattern.startsWith("[:", at) ? pattern.indexOf(":]", at) : -1;
      if (close > 0 && close < end) {
        found |= isOf(pattern.substring(at + 2, close), c);
        at = close + 2;
      } else if (at + 2 < end && pattern.charAt(at + 1) == '-') {
        found |= c >= pattern.charAt(at) && c <= pattern.charAt(at + 2);
        at += 3;
      } else {
        found |= pattern.charAt(at) == c;
        at++;
      }
    }
    return found != negated;
  }

  private static boolean isOf(String name, char c) {
    boolean lower = c >= 'a' && c <= 'z';
    boolean upper = c >= 'A' && c <= 'Z';
    boolean digit = c >= '0' && c <= '9';
    return switch (name) {
      case "lower" -> lower;
      case "upper" -> upper;
      case "alpha" -> lower || upper;
      case "digit" -> digit;
      case "alnum" -> lower || upper || digit;
      case "xdigit" -> digit || "abcdefABCDEF".indexOf(c) >= 0;
      case "space" -> " \t\n\r\f\u000b".indexOf(c) >= 0;
      case "blank" -> c == ' ' || c == '\t';
      case "print" -> c >= ' ' && c < 127;
      case "graph" -> c > ' ' && c < 127;
      case "punct" -> c > ' ' && c < 127 && !lower && !upper && !digit;
      case "cntrl" -> c < ' ' || c == 127;
      default -> false;
    };
  }
}

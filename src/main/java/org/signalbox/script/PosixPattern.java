// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Translates POSIX extended regular expressions, as the C library of Linux reads them, into Java's
 * (script.md §7.1).
 *
 * <p>What differs stays different in one point only: of several alternatives Java takes the first
 * that matches, POSIX the longest. Whether something matches is the same.
 */
public final class PosixPattern {
  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("alpha", "a-zA-Z"),
          Map.entry("digit", "0-9"),
          Map.entry("alnum", "a-zA-Z0-9"),
          Map.entry("upper", "A-Z"),
          Map.entry("lower", "a-z"),
          Map.entry("space", " \\t\\n\\x0B\\f\\r"),
          Map.entry("blank", " \\t"),
          Map.entry("punct", "!-/:-@\\[-`{-~"),
          Map.entry("print", " -~"),
          Map.entry("graph", "!-~"),
          Map.entry("cntrl", "\\x00-\\x1F\\x7F"),
          Map.entry("xdigit", "0-9A-Fa-f"));

  private final String expression;
  private final boolean lines;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private int open;

  /** Where the last atom begins in the output; -1 when nothing can be repeated. */
  private int atom = -1;

  private final int[] groupStarts;

  private PosixPattern(String expression, boolean lines) {
    this.expression = expression;
    this.lines = lines;
    this.groupStarts = new int[expression.length()];
  }

  /**
   * Compiles an expression that sees the text as one line.
   *
   * @throws PatternSyntaxException when it is malformed
   */
  public static Pattern compile(String expression, boolean ignoreCase) {
    return compile(expression, ignoreCase, false);
  }

  /**
   * Compiles an expression.
   *
   * @param lines whether {@code ^} and {@code $} also match at line ends, and {@code .} stops there
   * @throws PatternSyntaxException when it is malformed
   */
  public static Pattern compile(String expression, boolean ignoreCase, boolean lines) {
    int flags = ignoreCase ? Pattern.CASE_INSENSITIVE : 0;
    flags |= lines ? Pattern.MULTILINE | Pattern.UNIX_LINES : Pattern.DOTALL;
    return Pattern.compile(new PosixPattern(expression, lines).translated(), flags);
  }

  private String translated() {
    while (at < expression.length()) {
      char c = expression.charAt(at);
      switch (c) {
        case '[' -> bracket();
        case '\\' -> escape();
        case '(' -> openGroup();
        case ')' -> closeGroup();
        case '|' -> plain("|", -1);
        case '^' -> plain("^", -1);
        case '$' -> plain(lines ? "$" : "\\z", -1);
        case '.' -> plain(".", out.length());
        case '*', '+', '?' -> repeat(String.valueOf(c), 1);
        case '{' -> interval();
        default -> plain(quoted(c), out.length());
      }
    }
    if (open > 0) {
      throw broken("Unmatched ( or \\(");
    }
    return out.toString();
  }

  private void plain(String java, int atomStart) {
    atom = atomStart;
    out.append(java);
    at++;
  }

  private void openGroup() {
    groupStarts[open++] = out.length();
    plain("(", -1);
  }

  private void closeGroup() {
    if (open == 0) {
      plain("\\)", out.length());
    } else {
      plain(")", groupStarts[--open]);
    }
  }

  /** A second repetition repeats the first: Java would read it as greedy or possessive. */
  private void repeat(String operator, int length) {
    if (atom < 0) {
      throw broken("Invalid preceding regular expression");
    }
    out.append(operator);
    at += length;
    if (at < expression.length() && "*+?{".indexOf(expression.charAt(at)) >= 0) {
      out.insert(atom, "(?:").append(')');
    }
  }

  private void interval() {
    int close = expression.indexOf('}', at);
    String inside = close < 0 ? "" : expression.substring(at + 1, close);
    if (!inside.matches("[0-9]{1,4}(,[0-9]{0,4})?|,[0-9]{1,4}")) {
      plain("\\{", out.length());
      return;
    }
    repeat("{" + (inside.startsWith(",") ? "0" : "") + inside + "}", close - at + 1);
  }

  private void escape() {
    if (++at >= expression.length()) {
      throw broken("Trailing backslash");
    }
    char c = expression.charAt(at);
    switch (c) {
      case 'w', 'W', 's', 'S' -> plain("\\" + c, out.length());
      case 'b', 'B' -> plain("\\" + c, -1);
      case '<' -> plain("\\b(?=\\w)", -1);
      case '>' -> plain("\\b(?<=\\w)", -1);
      case '`' -> plain("\\A", -1);
      case '\'' -> plain("\\z", -1);
      default -> {
        boolean reference = c >= '1' && c <= '9';
        // a digit that follows must not become part of the reference
        plain(reference ? "(?:\\" + c + ")" : quoted(c), out.length());
      }
    }
  }

  private void bracket() {
    int start = out.length();
    at++;
    boolean negated = at < expression.length() && expression.charAt(at) == '^';
    if (negated) {
      at++;
    }
    StringBuilder set = new StringBuilder();
    boolean first = true;
    while (first || current() != ']') {
      first = false;
      if (expression.startsWith("[:", at)) {
        set.append(characterClass());
      } else {
        member(set);
      }
    }
    at++;
    out.append(negated ? "[^" : "[").append(set).append(negated && lines ? "\\n]" : "]");
    atom = start;
  }

  private void member(StringBuilder set) {
    char low = element();
    if (current() == '-' && at + 1 < expression.length() && expression.charAt(at + 1) != ']') {
      at++;
      char high = element();
      if (high < low) {
        throw broken("Invalid range end");
      }
      set.append(quotedMember(low)).append('-').append(quotedMember(high));
    } else {
      set.append(quotedMember(low));
    }
  }

  /** One element: a character, or {@code [.x.]} or {@code [=x=]} for one. */
  private char element() {
    char c = current();
    at++;
    if (c == '[' && at < expression.length() && ".=".indexOf(expression.charAt(at)) >= 0) {
      String close = expression.charAt(at) + "]";
      int end = expression.indexOf(close, at + 1);
      if (end != at + 2) {
        throw broken("Invalid collation character");
      }
      c = expression.charAt(at + 1);
      at = end + 2;
    }
    return c;
  }

  private String characterClass() {
    int end = expression.indexOf(":]", at + 2);
    String java = end < 0 ? null : CLASSES.get(expression.substring(at + 2, end));
    if (java == null) {
      throw broken("Invalid character class name");
    }
    at = end + 2;
    return java;
  }

  private char current() {
    if (at >= expression.length()) {
      throw broken("Unmatched [, [^, [:, [., or [=");
    }
    return expression.charAt(at);
  }

  private static String quoted(char c) {
    return Character.isLetterOrDigit(c) || c > 127 || c <= ' ' || c == '_'
        ? String.valueOf(c)
        : "\\" + c;
  }

  private static String quotedMember(char c) {
    return "[]\\^-&".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c);
  }

  private PatternSyntaxException broken(String why) {
    return new PatternSyntaxException(why, expression, Math.min(at, expression.length()));
  }
}

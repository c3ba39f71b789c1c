// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the expression behind {@code #!ifexp} and {@code #!defexp} (script.md §2).
 *
 * <p>A value is a Long or a String. An unknown name is 0, a define without text is 1.
 */
final class DirectiveExpression {
  /** Binary operators, loosest first. */
  private static final List<List<String>> LEVELS =
      List.of(
          List.of("||"),
          List.of("&&"),
          List.of("|"),
          List.of("^"),
          List.of("&"),
          List.of("==", "!="),
          List.of("<=", ">=", "<", ">"),
          List.of("<<", ">>"),
          List.of("+", "-"),
          List.of("**", "*", "/", "%"));

  private final String text;
  private final Defines defines;
  private int at;

  private DirectiveExpression(String text, Defines defines) {
    this.text = text;
    this.defines = defines;
  }

  /** The value; throws {@link IllegalArgumentException} with the reason. */
  static Object value(String text, Defines defines) {
    DirectiveExpression expression = new DirectiveExpression(text, defines);
    Object value = expression.binary(0);
    if (expression.peek() != 0) {
      throw new IllegalArgumentException("unexpected '" + text.substring(expression.at) + "'");
    }
    return value;
  }

  /** Whether a value selects the first branch of {@code #!ifexp}. */
  static boolean isTrue(Object value) {
    return value instanceof Long number ? number != 0 : !((String) value).isEmpty();
  }

  private Object binary(int level) {
    if (level == LEVELS.size()) {
      return unary();
    }
    Object left = binary(level + 1);
    for (String operator = operator(level); operator != null; operator = operator(level)) {
      at += operator.length();
      left = apply(operator, left, binary(level + 1));
    }
    return left;
  }

  /** The operator of that level that stands here; {@code <} is none where {@code <<} stands. */
  private @Nullable String operator(int level) {
    peek();
    String longest = "";
    int found = -1;
    for (int i = 0; i < LEVELS.size(); i++) {
      for (String operator : LEVELS.get(i)) {
        if (operator.length() > longest.length() && text.startsWith(operator, at)) {
          longest = operator;
          found = i;
        }
      }
    }
    return found == level ? longest : null;
  }

  private Object unary() {
    char c = peek();
    if (c == '!') {
      at++;
      return isTrue(unary()) ? 0L : 1L;
    }
    if (c == '-') {
      at++;
      return -number(unary());
    }
    if (c == '(') {
      at++;
      Object value = binary(0);
      if (peek() != ')') {
        throw new IllegalArgumentException("')' is missing");
      }
      at++;
      return value;
    }
    if (c == '"' || c == '\'') {
      int end = text.indexOf(c, at + 1);
      if (end < 0) {
        throw new IllegalArgumentException("a string never ends");
      }
      String value = text.substring(at + 1, end);
      at = end + 1;
      return value;
    }
    return word();
  }

  private Object word() {
    int start = at;
    while (at < text.length() && Scanner.isWordPart(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    if (word.isEmpty()) {
      throw new IllegalArgumentException("a value is missing");
    }
    if (Scanner.isDigit(word.charAt(0))) {
      return Long.decode(word);
    }
    String define = defines.text(word);
    if (define == null) {
      return 0L;
    }
    return define.isEmpty() ? (Object) 1L : valueOf(define);
  }

  private static Object valueOf(String define) {
    if (define.matches("-?[0-9]{1,18}")) {
      return Long.parseLong(define);
    }
    boolean quoted =
        define.length() >= 2
            && "\"'".indexOf(define.charAt(0)) >= 0
            && define.charAt(0) == define.charAt(define.length() - 1);
    return quoted ? define.substring(1, define.length() - 1) : define;
  }

  private static Object apply(String operator, Object left, Object right) {
    if (operator.equals("&&")) {
      return truth(isTrue(left) && isTrue(right));
    }
    if (operator.equals("||")) {
      return truth(isTrue(left) || isTrue(right));
    }
    boolean onText = operator.equals("==") || operator.equals("!=") || operator.equals("+");
    return left instanceof String text && onText
        ? onText(operator, text, right.toString())
        : (Object) arithmetic(operator, number(left), number(right));
  }

  private static Object onText(String operator, String left, String right) {
    return operator.equals("+") ? left + right : truth(left.equals(right) == operator.equals("=="));
  }

  private static long arithmetic(String operator, long left, long right) {
    return switch (operator) {
      case "|" -> left | right;
      case "^" -> left ^ right;
      case "&" -> left & right;
      case "==" -> truth(left == right);
      case "!=" -> truth(left != right);
      case "<" -> truth(left < right);
      case "<=" -> truth(left <= right);
      case ">" -> truth(left > right);
      case ">=" -> truth(left >= right);
      case "<<" -> left << right;
      case ">>" -> left >> right;
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "**" -> (long) Math.pow((double) left, (double) right);
      default -> divided(operator, left, right);
    };
  }

  private static long divided(String operator, long left, long right) {
    if (right == 0) {
      throw new IllegalArgumentException("division by zero");
    }
    return operator.equals("/") ? left / right : left % right;
  }

  private static long number(Object value) {
    if (value instanceof Long number) {
      return number;
    }
    throw new IllegalArgumentException("'" + value + "' is not a number");
  }

  private static long truth(boolean value) {
    return value ? 1 : 0;
  }

  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.syntax.Expression;
import org.signalbox.script.syntax.Expression.Prefix;

/** Expressions of constants, worked out while the file is planned. */
final class Folding {
  private Folding() {}

  static long numbers(Expression.Binary expression, long a, long b) {
    return switch (expression.kind()) {
      case OR -> truth(a != 0 || b != 0);
      case AND -> truth(a != 0 && b != 0);
      case BIT_OR -> a | b;
      case BIT_AND -> a & b;
      case BIT_XOR -> a ^ b;
      case SHIFT_LEFT -> a << b;
      case SHIFT_RIGHT -> a >> b;
      case EQUAL, INTEGER_EQUAL, TEXT_EQUAL -> truth(a == b);
      case NOT_EQUAL, INTEGER_NOT_EQUAL, TEXT_NOT_EQUAL -> truth(a != b);
      case MATCH -> 0; // a number on the left is a type error before this
      case GREATER -> truth(a > b);
      case LESS -> truth(a < b);
      case GREATER_OR_EQUAL -> truth(a >= b);
      case LESS_OR_EQUAL -> truth(a <= b);
      case PLUS -> a + b;
      case MINUS -> a - b;
      case TIMES -> a * b;
      case DIVIDE -> a / divisor(expression, b);
      case MODULO -> a % divisor(expression, b);
    };
  }

  private static long divisor(Expression.Binary expression, long b) {
    if (b == 0) {
      throw new PlanError("division-by-zero", expression.span(), "division by zero");
    }
    return b;
  }

  /** The folded expression, or null when its operand is not known. */
  static @Nullable Typed unary(Prefix kind, Typed operand) {
    if (operand.constant() instanceof Long number) {
      return switch (kind) {
        case NOT -> Typed.number(truth(number == 0));
        case NEGATE -> Typed.number(-number);
        case COMPLEMENT -> Typed.number(~number);
        case TO_TEXT -> Typed.text(Long.toString(number));
        default -> null;
      };
    }
    if (operand.constant() instanceof String text) {
      return switch (kind) {
        case STRLEN -> Typed.number(text.length());
        case STREMPTY -> Typed.number(truth(text.isEmpty()));
        default -> null;
      };
    }
    return null;
  }

  private static long truth(boolean value) {
    return value ? 1 : 0;
  }
}

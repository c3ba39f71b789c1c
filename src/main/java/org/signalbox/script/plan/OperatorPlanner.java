// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.PosixPattern;
import org.signalbox.script.Problem;
import org.signalbox.script.Span;
import org.signalbox.script.run.Arithmetic;
import org.signalbox.script.run.Comparison;
import org.signalbox.script.run.Constants;
import org.signalbox.script.run.Logic;
import org.signalbox.script.run.Operand;
import org.signalbox.script.run.Reads;
import org.signalbox.script.run.Stepwise;
import org.signalbox.script.syntax.Expression;
import org.signalbox.script.syntax.Expression.Operator;
import org.signalbox.script.syntax.Expression.Prefix;

/** Types of operands, constants folded, and the node for each operator (script.md §7.1). */
final class OperatorPlanner {
  private static final Set<Operator> NUMBERS_ONLY =
      EnumSet.complementOf(
          EnumSet.of(
              Operator.PLUS,
              Operator.EQUAL,
              Operator.NOT_EQUAL,
              Operator.MATCH,
              Operator.TEXT_EQUAL,
              Operator.TEXT_NOT_EQUAL));

  private OperatorPlanner() {}

  static Typed binary(Expression.Binary expression, Typed left, Typed right) {
    Operator kind = expression.kind();
    checkTypes(expression, left, right);
    Typed folded = folded(expression, left, right);
    if (folded != null) {
      return folded;
    }
    Typed planned = planned(expression, kind, left, right);
    return stepwise(expression, planned, left, right)
        ? new Typed(
            new Stepwise(
                left.operand(),
                right.operand(),
                (a, b) -> planned(expression, kind, left.with(a), right.with(b)).operand()),
            planned.type(),
            null,
            null)
        : planned;
  }

  /** Whether the run may be suspended in an operand, and can go on behind that. */
  private static boolean stepwise(
      Expression.Binary expression, Typed planned, Typed left, Typed right) {
    return (left.operand().mayWait() || right.operand().mayWait())
        && !planned.operand().mayWait()
        && planned.type() != Typed.Type.TEXT
        && !isNull(expression.right());
  }

  private static void checkTypes(Expression.Binary expression, Typed left, Typed right) {
    Operator kind = expression.kind();
    if (NUMBERS_ONLY.contains(kind)) {
      need(Typed.Type.NUMBER, left, expression.left());
      need(Typed.Type.NUMBER, right, expression.right());
    } else if (kind == Operator.PLUS || kind == Operator.EQUAL || kind == Operator.NOT_EQUAL) {
      if (left.type() == Typed.Type.NUMBER) {
        need(Typed.Type.NUMBER, right, expression.right());
      }
    } else {
      need(Typed.Type.TEXT, left, expression.left());
    }
  }

  private static void need(Typed.Type wanted, Typed operand, Expression at) {
    if (operand.type() != Typed.Type.ANY && operand.type() != wanted) {
      Span span = at.span();
      throw new PlanError(
          "type-mismatch",
          span,
          "bad expression: type mismatch: %s instead of %s at (%d,%d)"
              .formatted(operand.type(), wanted, span.line(), span.column()));
    }
  }

  private static @Nullable Typed folded(Expression.Binary expression, Typed left, Typed right) {
    if (left.constant() instanceof Long a && right.constant() instanceof Long b) {
      return Typed.number(Folding.numbers(expression, a, b));
    }
    if (left.constant() instanceof String text && right.isConstant()) {
      String other = String.valueOf(right.constant());
      return switch (expression.kind()) {
        case PLUS -> Typed.text(text + other);
        case EQUAL, TEXT_EQUAL -> Typed.number(text.equals(other) ? 1 : 0);
        case NOT_EQUAL, TEXT_NOT_EQUAL -> Typed.number(text.equals(other) ? 0 : 1);
        default -> null;
      };
    }
    return null;
  }

  private static Typed planned(
      Expression.Binary expression, Operator kind, Typed left, Typed right) {
    Operand a = left.operand();
    Operand b = right.operand();
    return switch (kind) {
      case OR -> Typed.number(Logic.either(a, b));
      case AND -> Typed.number(Logic.both(a, b));
      case BIT_OR -> Typed.number(Arithmetic.or(a, b));
      case BIT_AND -> Typed.number(Arithmetic.and(a, b));
      case BIT_XOR -> Typed.number(Arithmetic.exclusiveOr(a, b));
      case SHIFT_LEFT -> Typed.number(Arithmetic.shiftLeft(a, b));
      case SHIFT_RIGHT -> Typed.number(Arithmetic.shiftRight(a, b));
      case EQUAL -> Typed.number(equal(expression, left, right));
      case NOT_EQUAL -> Typed.number(notEqual(expression, left, right));
      case MATCH -> Typed.number(match(expression, left, right));
      case TEXT_EQUAL -> Typed.number(Comparison.sameText(a, b));
      case TEXT_NOT_EQUAL -> Typed.number(Comparison.not(Comparison.sameText(a, b)));
      case INTEGER_EQUAL -> Typed.number(Comparison.sameNumber(a, b));
      case INTEGER_NOT_EQUAL -> Typed.number(Comparison.not(Comparison.sameNumber(a, b)));
      case GREATER -> Typed.number(Comparison.greater(a, b));
      case LESS -> Typed.number(Comparison.less(a, b));
      case GREATER_OR_EQUAL -> Typed.number(Comparison.greaterOrEqual(a, b));
      case LESS_OR_EQUAL -> Typed.number(Comparison.lessOrEqual(a, b));
      case PLUS -> plus(left, right);
      case MINUS -> Typed.number(Arithmetic.difference(a, b));
      case TIMES -> Typed.number(Arithmetic.product(a, b));
      case DIVIDE -> Typed.number(Arithmetic.quotient(a, b, expression.span()));
      case MODULO -> Typed.number(Arithmetic.remainder(a, b, expression.span()));
    };
  }

  private static Typed plus(Typed left, Typed right) {
    return switch (left.type()) {
      case NUMBER -> Typed.number(Arithmetic.sum(left.operand(), right.operand()));
      case TEXT -> {
        List<Operand> parts = new ArrayList<>(Arithmetic.parts(left.operand()));
        parts.add(right.operand());
        yield Typed.text(Arithmetic.join(parts));
      }
      case ANY -> Typed.any(Arithmetic.sumOrJoin(left.operand(), right.operand()));
    };
  }

  private static Operand equal(Expression.Binary expression, Typed left, Typed right) {
    if (isNull(expression.right())) {
      return Logic.not(defined(expression.left(), left));
    }
    if (left.isEmptyText() || right.isEmptyText()) {
      return Comparison.empty((right.isEmptyText() ? left : right).operand());
    }
    return compared(left, right);
  }

  private static Operand notEqual(Expression.Binary expression, Typed left, Typed right) {
    return isNull(expression.right())
        ? defined(expression.left(), left)
        : Comparison.not(compared(left, right));
  }

  private static Operand compared(Typed left, Typed right) {
    return switch (left.type()) {
      case NUMBER -> Comparison.sameNumber(left.operand(), right.operand());
      case TEXT -> Comparison.sameText(left.operand(), right.operand());
      case ANY -> Comparison.same(left.operand(), right.operand());
    };
  }

  private static boolean isNull(Expression expression) {
    return expression instanceof Expression.Variable variable
        && (variable.text().equals("$null") || variable.text().equals("$(null)"));
  }

  /** Whether a variable has a value; any compound expression has one. */
  static Operand defined(Expression expression, Typed operand) {
    return operand.variable() == null
        ? Typed.number(1).operand()
        : Reads.defined(operand.variable());
  }

  private static Operand match(Expression.Binary expression, Typed left, Typed right) {
    if (right.constant() instanceof String text) {
      return Comparison.match(left.operand(), pattern(text, expression.right().span(), true));
    }
    return Comparison.match(left.operand(), right.operand(), expression.right().span());
  }

  static Pattern pattern(String text, Span span, boolean ignoreCase) {
    try {
      return PosixPattern.compile(text, ignoreCase);
    } catch (PatternSyntaxException e) {
      throw new PlanError(
          Problem.error(
                  "bad-regex",
                  span,
                  "Bad regular expression \"%s\"(%d,%d-%d,%d)"
                      .formatted(
                          text, span.line(), span.column(), span.endLine(), span.endColumn()))
              .helped(e.getDescription()));
    }
  }

  static Typed unary(Expression.Unary expression, Typed operand) {
    Prefix kind = expression.kind();
    Typed.Type wrong =
        switch (kind) {
          case NOT, NEGATE, COMPLEMENT -> Typed.Type.TEXT;
          case STRLEN, STREMPTY, DEFINED -> Typed.Type.NUMBER;
          case TO_INTEGER, TO_TEXT -> Typed.Type.ANY;
        };
    if (wrong != Typed.Type.ANY && operand.type() == wrong) {
      throw new PlanError(
          "type-mismatch",
          expression.operand().span(),
          "bad expression: type mismatch (%s instead of %s)"
              .formatted(wrong, wrong == Typed.Type.TEXT ? Typed.Type.NUMBER : Typed.Type.TEXT));
    }
    Typed folded = Folding.unary(kind, operand);
    if (folded != null) {
      return folded;
    }
    Operand a = operand.operand();
    return switch (kind) {
      case NOT -> Typed.number(Logic.not(a));
      case NEGATE -> Typed.number(alone(a, Arithmetic::negated));
      case COMPLEMENT -> Typed.number(alone(a, Arithmetic::complement));
      case DEFINED -> Typed.number(defined(expression.operand(), operand));
      case TO_INTEGER ->
          operand.type() == Typed.Type.NUMBER ? operand : Typed.number(Logic.toNumber(a));
      case TO_TEXT -> operand.type() == Typed.Type.TEXT ? operand : Typed.text(Logic.toText(a));
      case STRLEN -> Typed.number(Logic.length(a));
      case STREMPTY -> Typed.number(Comparison.empty(a));
    };
  }

  private static Operand alone(Operand operand, UnaryOperator<Operand> operator) {
    return operand.mayWait()
        ? new Stepwise(operand, Constants.number(0), (known, nothing) -> operator.apply(known))
        : operator.apply(operand);
  }
}

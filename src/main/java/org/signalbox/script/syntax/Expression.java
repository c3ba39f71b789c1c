// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Span;

/** One expression (script.md §7). */
public sealed interface Expression {

  /** Where it stands. */
  Span span();

  /** A number. */
  record Numeral(Span span, long value) implements Expression {}

  /** A quoted text. */
  record Text(Span span, String value) implements Expression {}

  /** A variable as written, with its transformations. */
  record Variable(Span span, String text) implements Expression {}

  /** A select as written. */
  record Select(Span span, String text) implements Expression {}

  /** An operator between two operands; {@code operator} is its place. */
  record Binary(Span span, Span operator, Operator kind, Expression left, Expression right)
      implements Expression {}

  /** An operator before its operand. */
  record Unary(Span span, Prefix kind, Expression operand) implements Expression {}

  /** A call of a module's function. */
  record Call(Span span, Span nameSpan, String name, List<Expression> arguments)
      implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** A core command; numbers, texts, variables or {@link Word}s as arguments. */
  record Command(Span span, Span nameSpan, String name, List<Expression> arguments)
      implements Expression {
    public Command {
      arguments = List.copyOf(arguments);
    }
  }

  /** A bare word: an argument of a core command, or the right side of a core condition. */
  record Word(Span span, String text) implements Expression {}

  /** {@code route(NAME)}; the name is a {@link Text} when it is known now. */
  record RouteCall(Span span, Expression name) implements Expression {}

  /** {@code method == INVITE} and its family; the right side may be a {@link Word}. */
  record Condition(Span span, String subject, Operator kind, Expression right)
      implements Expression {}

  /** {@code ( variable = value )}. */
  record Assign(Span span, Variable target, Expression value) implements Expression {}

  /** {@code { statements }}. */
  record Block(Span span, List<Statement> body) implements Expression {
    public Block {
      body = List.copyOf(body);
    }
  }

  /** {@code selval(condition, then, otherwise)}. */
  record Choice(Span span, Expression condition, Expression then, Expression otherwise)
      implements Expression {}

  /** Binary operators with their level: a higher one binds tighter. */
  enum Operator {
    OR(1, "||", "or"),
    AND(2, "&&", "and"),
    BIT_OR(3, "|", null),
    BIT_AND(4, "&", null),
    BIT_XOR(5, "^", null),
    SHIFT_LEFT(6, "<<", null),
    SHIFT_RIGHT(7, ">>", null),
    EQUAL(8, "==", null),
    NOT_EQUAL(8, "!=", null),
    MATCH(8, "=~", null),
    TEXT_EQUAL(8, "eq", null),
    TEXT_NOT_EQUAL(8, "ne", null),
    INTEGER_EQUAL(8, "ieq", null),
    INTEGER_NOT_EQUAL(8, "ine", null),
    GREATER(9, ">", null),
    LESS(9, "<", null),
    GREATER_OR_EQUAL(9, ">=", null),
    LESS_OR_EQUAL(9, "<=", null),
    PLUS(10, "+", null),
    MINUS(10, "-", null),
    TIMES(11, "*", null),
    DIVIDE(11, "/", null),
    MODULO(11, "mod", null);

    private final int level;
    private final String symbol;
    private final @Nullable String word;

    Operator(int level, String symbol, @Nullable String word) {
      this.level = level;
      this.symbol = symbol;
      this.word = word;
    }

    /** How tight it binds, from 1. */
    public int level() {
      return level;
    }

    /** Whether a token is this operator. */
    boolean matches(Token token) {
      return token.is(symbol) || (word != null && token.isWord(word));
    }
  }

  /** Operators that stand before their operand. */
  enum Prefix {
    NOT,
    NEGATE,
    COMPLEMENT,
    DEFINED,
    TO_INTEGER,
    TO_TEXT,
    STRLEN,
    STREMPTY
  }
}

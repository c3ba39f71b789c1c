// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Span;
import org.signalbox.script.syntax.Expression.Operator;
import org.signalbox.script.syntax.Expression.Prefix;
import org.signalbox.script.syntax.Token.Kind;

/** The grammar of expressions (script.md §7): binary operators by level, left to right. */
final class ExpressionParser {
  /** Deeper nesting than any person writes; it keeps the stack of the parser bounded. */
  private static final int DEEPEST = 200;

  private static final Operator[] OPERATORS = Operator.values();

  private final TokenStream tokens;
  private final StatementParser statements;
  private final Predicate<String> reserved;
  private final CommandParser commands;
  private final ConditionParser conditions;
  private int depth;

  ExpressionParser(
      TokenStream tokens,
      StatementParser statements,
      Vocabulary vocabulary,
      Predicate<String> reserved) {
    this.tokens = tokens;
    this.statements = statements;
    this.reserved = reserved;
    this.commands = new CommandParser(tokens, vocabulary, this);
    this.conditions = new ConditionParser(tokens, vocabulary, this);
  }

  Expression expression() {
    return binary(1);
  }

  /** An expression of operators that bind at least as tight as a level. */
  Expression binary(int lowest) {
    Token first = tokens.peek();
    Expression left = prefixed();
    while (true) {
      Operator operator = operator();
      if (operator == null || operator.level() < lowest) {
        return left;
      }
      Span place = tokens.take().span();
      Expression right = binary(operator.level() + 1);
      left = new Expression.Binary(tokens.since(first), place, operator, left, right);
    }
  }

  private @Nullable Operator operator() {
    Token token = tokens.peek();
    if (token.kind() == Kind.SYMBOL || token.kind() == Kind.WORD) {
      for (Operator operator : OPERATORS) {
        if (operator.matches(token)) {
          return operator;
        }
      }
    }
    return null;
  }

  private Expression prefixed() {
    if (++depth > DEEPEST) {
      throw tokens.error("too-deep", "the expression is nested too deeply");
    }
    try {
      Token first = tokens.peek();
      Prefix prefix = prefix();
      if (prefix == null) {
        return primary();
      }
      Expression operand = prefixed();
      if (prefix == Prefix.NEGATE && operand instanceof Expression.Numeral number) {
        return new Expression.Numeral(tokens.since(first), -number.value());
      }
      return new Expression.Unary(tokens.since(first), prefix, operand);
    } finally {
      depth--;
    }
  }

  /** Takes a prefix operator, if one comes next. */
  private @Nullable Prefix prefix() {
    Token token = tokens.peek();
    if (tokens.take("!") || tokens.take("not")) {
      return Prefix.NOT;
    }
    if (tokens.take("-")) {
      return Prefix.NEGATE;
    }
    if (tokens.take("~")) {
      return Prefix.COMPLEMENT;
    }
    if (tokens.take("defined")) {
      return Prefix.DEFINED;
    }
    boolean cast =
        token.isSymbol("(")
            && (tokens.peek(1).isWord("int") || tokens.peek(1).isWord("str"))
            && tokens.peek(2).isSymbol(")")
            && !tokens.peek(1).spaced()
            && !tokens.peek(2).spaced();
    if (cast) {
      tokens.take();
      Token type = tokens.take();
      tokens.take();
      return type.isWord("int") ? Prefix.TO_INTEGER : Prefix.TO_TEXT;
    }
    return null;
  }

  private Expression primary() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case NUMBER -> new Expression.Numeral(token.span(), tokens.number("number expected"));
      case TEXT -> new Expression.Text(token.span(), tokens.take().text());
      case VARIABLE -> new Expression.Variable(token.span(), tokens.take().text());
      case SELECT -> new Expression.Select(token.span(), tokens.take().text());
      case WORD -> word(token);
      case SYMBOL -> {
        if (token.isSymbol("(")) {
          yield parenthesis();
        }
        if (token.isSymbol("{")) {
          List<Statement> body = statements.block();
          yield new Expression.Block(tokens.since(token), body);
        }
        throw tokens.error("syntax", "syntax error");
      }
      default -> throw tokens.error("syntax", "syntax error");
    };
  }

  private Expression parenthesis() {
    Token open = tokens.take();
    Expression inside;
    if (tokens.peek().kind() == Kind.VARIABLE && tokens.peek(1).isSymbol("=")) {
      Token name = tokens.take();
      tokens.take();
      Expression value = expression();
      inside =
          new Expression.Assign(
              tokens.since(name), new Expression.Variable(name.span(), name.text()), value);
    } else {
      inside = expression();
    }
    tokens.expect(")", "syntax error: ')' expected");
    return inside instanceof Expression.Assign assign
        ? new Expression.Assign(tokens.since(open), assign.target(), assign.value())
        : inside;
  }

  private Expression word(Token token) {
    return switch (token.text()) {
      case "strlen" -> function(Prefix.STRLEN);
      case "strempty" -> function(Prefix.STREMPTY);
      case "selval" -> choice();
      default -> conditions.follows() ? conditions.condition() : call();
    };
  }

  private Expression function(Prefix prefix) {
    Token name = tokens.take();
    tokens.expect("(");
    Expression operand = expression();
    tokens.expect(")");
    return new Expression.Unary(tokens.since(name), prefix, operand);
  }

  private Expression choice() {
    Token name = tokens.take();
    tokens.expect("(");
    Expression condition = expression();
    tokens.expect(",");
    Expression then = expression();
    tokens.expect(",");
    Expression otherwise = expression();
    tokens.expect(")");
    return new Expression.Choice(tokens.since(name), condition, then, otherwise);
  }

  /** A function call, a core command or a route call. */
  Expression call() {
    Token name = tokens.peek();
    if (name.isWord("route")) {
      return routeCall();
    }
    if (Lexicon.COMMANDS.contains(name.text())) {
      return commands.command();
    }
    if (name.kind() != Kind.WORD || reserved.test(name.text())) {
      throw tokens.error("syntax", "syntax error");
    }
    tokens.take();
    if (!tokens.peek().isSymbol("(")) {
      throw tokens.error(
          "call-expected", name.span(), "syntax error: '('')' expected (function call)");
    }
    tokens.take();
    List<Expression> arguments = arguments();
    return new Expression.Call(tokens.since(name), name.span(), name.text(), arguments);
  }

  private List<Expression> arguments() {
    List<Expression> arguments = new ArrayList<>();
    if (tokens.take(")")) {
      return arguments;
    }
    do {
      Expression argument = expression();
      if (argument instanceof Expression.Call
          || argument instanceof Expression.RouteCall
          || argument instanceof Expression.Command) {
        throw tokens.error(
            "call-in-parameter",
            argument.span(),
            "use of function execution inside params not allowed");
      }
      arguments.add(argument);
    } while (tokens.take(","));
    tokens.expect(")", "syntax error: ',' or ')' expected");
    return arguments;
  }

  private Expression routeCall() {
    Token keyword = tokens.take();
    tokens.expect("(", "syntax error: '(' expected");
    Token name = tokens.peek();
    Expression target;
    if (name.kind() == Kind.WORD && tokens.peek(1).isSymbol(")") && !reserved.test(name.text())) {
      target = new Expression.Text(name.span(), tokens.take().text());
    } else {
      Expression written = expression();
      target =
          written instanceof Expression.Numeral number
              ? new Expression.Text(number.span(), String.valueOf(number.value()))
              : written;
    }
    tokens.expect(")", "syntax error: ')' expected");
    return new Expression.RouteCall(tokens.since(keyword), target);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Problem;
import org.signalbox.script.syntax.Statement.Case;
import org.signalbox.script.syntax.Statement.Way;
import org.signalbox.script.syntax.Token.Kind;

/** The grammar of statements (script.md §6). A broken statement is noted and left behind. */
final class StatementParser {
  /** Words that only begin an item of the file: before them a brace must be missing. */
  private static final Set<String> OUTSIDE =
      Set.of(
          "request_route",
          "reply_route",
          "onreply_route",
          "failure_route",
          "branch_route",
          "onsend_route",
          "event_route",
          "loadmodule",
          "loadmodulex",
          "modparam",
          "modparamx");

  private final TokenStream tokens;
  private final ExpressionParser expressions;

  StatementParser(TokenStream tokens, Vocabulary vocabulary, Predicate<String> reserved) {
    this.tokens = tokens;
    this.expressions = new ExpressionParser(tokens, this, vocabulary, reserved);
  }

  /** The body of a route, from its opening brace to behind its closing one. */
  List<Statement> routeBody() {
    return block();
  }

  /** {@code { statements }} with at least one statement. */
  List<Statement> block() {
    Token open = tokens.expect("{");
    List<Statement> statements = statements();
    if (!tokens.peek().isSymbol("}")) {
      tokens.report(
          Problem.error("unclosed-block", open.span(), "syntax error: '}' is missing")
              .helped("the block that begins here never ends"));
      return statements;
    }
    Token close = tokens.take();
    if (statements.isEmpty()) {
      tokens.report(
          Problem.error("empty-block", close.span(), "syntax error: the block is empty")
              .helped("a block needs at least one statement; ';' alone is one"));
    }
    return statements;
  }

  private List<Statement> statements() {
    List<Statement> statements = new ArrayList<>();
    while (!endsBlock(tokens.peek())) {
      Token first = tokens.peek();
      try {
        statements.add(statement());
      } catch (SyntaxError e) {
        tokens.report(e.problem());
        // something was here: an empty block is not what is wrong
        statements.add(new Statement.Empty(first.span()));
        recover();
      }
    }
    return statements;
  }

  private boolean endsBlock(Token token) {
    return token.isEnd()
        || token.isSymbol("}")
        || token.isWord("case")
        || token.isWord("default")
        || (token.kind() == Kind.WORD && OUTSIDE.contains(token.text()));
  }

  /** Skips the rest of a broken statement, with the blocks inside it. */
  private void recover() {
    int depth = 0;
    while (true) {
      Token token = tokens.peek();
      boolean outside = token.kind() == Kind.WORD && OUTSIDE.contains(token.text());
      if (token.isEnd() || outside || (depth == 0 && token.isSymbol("}"))) {
        return;
      }
      tokens.take();
      if (token.isSymbol("{")) {
        depth++;
      } else if (token.isSymbol("}") && --depth == 0) {
        return;
      } else if (token.isSymbol(";") && depth == 0) {
        return;
      }
    }
  }

  private Statement statement() {
    Token first = tokens.peek();
    if (first.kind() == Kind.VARIABLE) {
      return assignment();
    }
    if (first.isSymbol(";")) {
      return new Statement.Empty(tokens.take().span());
    }
    if (first.isSymbol("{")) {
      throw new SyntaxError(
          Problem.error("syntax", first.span(), "syntax error")
              .helped("a block stands behind if, else, while or a label only"));
    }
    if (first.kind() != Kind.WORD) {
      throw tokens.error("syntax", "syntax error");
    }
    return switch (first.text()) {
      case "if" -> conditional();
      case "while" -> loop();
      case "switch" -> selection();
      case "return" -> leave(Way.RETURN);
      case "exit" -> leave(Way.EXIT);
      case "drop" -> leave(Way.DROP);
      case "break" -> leave(Way.BREAK);
      default -> call();
    };
  }

  private Statement assignment() {
    Token name = tokens.take();
    tokens.expect("=", "syntax error");
    Expression value = expressions.expression();
    endOfStatement();
    return new Statement.Assign(
        tokens.since(name), new Expression.Variable(name.span(), name.text()), value);
  }

  private Statement call() {
    Token first = tokens.peek();
    Expression call = expressions.call();
    endOfStatement();
    return new Statement.Call(tokens.since(first), call);
  }

  private void endOfStatement() {
    tokens.expect(";", "syntax error: bad command: missing ';'?");
  }

  private Statement conditional() {
    Token keyword = tokens.take();
    Expression condition = expressions.expression();
    List<Statement> then = body();
    List<Statement> otherwise = tokens.take("else") ? body() : List.of();
    return new Statement.If(keyword.span(), condition, then, otherwise);
  }

  private Statement loop() {
    Token keyword = tokens.take();
    Expression condition = expressions.expression();
    return new Statement.While(keyword.span(), condition, body());
  }

  private List<Statement> body() {
    return tokens.peek().isSymbol("{") ? block() : List.of(statement());
  }

  private Statement selection() {
    Token keyword = tokens.take();
    Expression value = expressions.expression();
    tokens.expect("{");
    List<Case> cases = new ArrayList<>();
    while (tokens.peek().isWord("case") || tokens.peek().isWord("default")) {
      cases.add(label());
    }
    if (!tokens.peek().isSymbol("}")) {
      tokens.report(tokens.error("syntax", "syntax error: 'case' or 'default' expected").problem());
      skipToClosingBrace();
    }
    tokens.take();
    if (cases.isEmpty()) {
      tokens.report(Problem.warning("empty-switch", keyword.span(), "empty switch()"));
    }
    return new Statement.Switch(keyword.span(), value, cases);
  }

  private void skipToClosingBrace() {
    for (int depth = 0; !tokens.peek().isEnd(); tokens.take()) {
      if (tokens.peek().isSymbol("}") && depth-- == 0) {
        return;
      }
      depth += tokens.peek().isSymbol("{") ? 1 : 0;
    }
  }

  private Case label() {
    Token keyword = tokens.take();
    Expression label = null;
    boolean regex = false;
    if (keyword.isWord("case")) {
      regex = tokens.take("/");
      label = regex ? text() : expressions.expression();
    }
    tokens.expect(":", "syntax error: ':' expected behind the label");
    return new Case(label == null ? keyword.span() : label.span(), label, regex, statements());
  }

  private Expression text() {
    Token text = tokens.expect(Kind.TEXT, "syntax error: a quoted regular expression is expected");
    return new Expression.Text(text.span(), text.text());
  }

  private Statement leave(Way way) {
    Token keyword = tokens.take();
    @Nullable Expression value = null;
    if (tokens.peek().isSymbol("(") && tokens.peek(1).isSymbol(")")) {
      tokens.take();
      tokens.take();
    } else if (way != Way.BREAK && !tokens.peek().isSymbol(";") && !tokens.peek().isSymbol("}")) {
      value = expressions.expression();
    }
    endOfStatement();
    return new Statement.Leave(tokens.since(keyword), way, value);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.ArrayList;
import java.util.List;
import org.signalbox.script.Problem;
import org.signalbox.script.Problems;
import org.signalbox.script.Span;
import org.signalbox.script.syntax.Token.Kind;

/** The tokens of a file with a look ahead, and the questions that every part of the parser asks. */
final class TokenStream {
  private final Preprocessor preprocessor;
  private final Problems problems;
  private final List<Token> ahead = new ArrayList<>();
  private Token last;

  TokenStream(Preprocessor preprocessor, Problems problems) {
    this.preprocessor = preprocessor;
    this.problems = problems;
    this.last = peek();
  }

  /** The next token, which stays. */
  Token peek() {
    return peek(0);
  }

  /** A token further ahead, which stays; 0 is the next. Behind the end there are more ends. */
  Token peek(int distance) {
    while (ahead.size() <= distance) {
      Token known = ahead.isEmpty() ? null : ahead.get(ahead.size() - 1);
      ahead.add(known != null && known.isEnd() ? known : preprocessor.next());
    }
    return ahead.get(distance);
  }

  /** Takes the next token. */
  Token take() {
    last = peek();
    if (!last.isEnd()) {
      ahead.remove(0);
    }
    return last;
  }

  /** Takes the next token when it is that symbol or word. */
  boolean take(String symbolOrWord) {
    if (peek().is(symbolOrWord)) {
      take();
      return true;
    }
    return false;
  }

  /** Takes a token that must come next; the complaint names it. */
  Token expect(String symbolOrWord) {
    return expect(symbolOrWord, "syntax error: '" + symbolOrWord + "' expected");
  }

  Token expect(String symbolOrWord, String complaint) {
    if (!peek().is(symbolOrWord)) {
      throw error("syntax", complaint);
    }
    return take();
  }

  Token expect(Kind kind, String complaint) {
    if (peek().kind() != kind) {
      throw error("syntax", complaint);
    }
    return take();
  }

  /** A number that must come next, in range. */
  long number(String complaint) {
    Token token = expect(Kind.NUMBER, complaint);
    if (token.number() == Numbers.OUT_OF_RANGE) {
      problems.add(
          Problem.error("number-range", token.span(), "number out of range: " + token.text()));
      return 0;
    }
    return token.number();
  }

  /** The token taken last. */
  Token last() {
    return last;
  }

  /** From a token taken earlier to the one taken last. */
  Span since(Token first) {
    return Span.between(first.span(), last.span());
  }

  /** A mistake at the next token. */
  SyntaxError error(String code, String message) {
    return error(code, peek().span(), message);
  }

  SyntaxError error(String code, Span span, String message) {
    return new SyntaxError(Problem.error(code, span, message));
  }

  void report(Problem problem) {
    problems.add(problem);
  }
}

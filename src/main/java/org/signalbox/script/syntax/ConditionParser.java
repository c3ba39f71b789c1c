// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.EnumSet;
import java.util.Set;
import org.signalbox.script.syntax.Expression.Operator;
import org.signalbox.script.syntax.Token.Kind;

/** The core conditions: a subject, an operator and its own kind of right side (script.md §7.2). */
final class ConditionParser {
  private static final Set<String> TEXTS = Set.of("method", "uri", "status", "from_uri", "to_uri");
  private static final Set<String> ADDRESSES = Set.of("src_ip", "dst_ip", "snd_ip", "to_ip");
  private static final Set<String> PROTOCOLS = Set.of("proto", "snd_proto", "to_proto");

  private final TokenStream tokens;
  private final EndpointParser endpoints;
  private final ExpressionParser expressions;

  ConditionParser(TokenStream tokens, Vocabulary vocabulary, ExpressionParser expressions) {
    this.tokens = tokens;
    this.endpoints = new EndpointParser(tokens, vocabulary);
    this.expressions = expressions;
  }

  /** Whether a core condition comes next. */
  boolean follows() {
    Token token = tokens.peek();
    return token.kind() == Kind.WORD
        && (Lexicon.CONDITIONS.contains(token.text()) || lengthFollows());
  }

  private boolean lengthFollows() {
    return tokens.peek().isWord("msg")
        && tokens.peek(1).isSymbol(":")
        && tokens.peek(2).isWord("len");
  }

  Expression condition() {
    Token first = tokens.peek();
    String subject = first.text();
    if (lengthFollows()) {
      tokens.take();
      tokens.take();
      subject = "msg:len";
    }
    tokens.take();
    Operator operator = operator(subject);
    Expression right = right(subject);
    return new Expression.Condition(tokens.since(first), subject, operator, right);
  }

  private Operator operator(String subject) {
    Set<Operator> allowed = EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL);
    String complaint = "invalid operator, == or != expected";
    if (TEXTS.contains(subject) || ADDRESSES.contains(subject)) {
      allowed.add(Operator.MATCH);
      complaint = "invalid operator,== , !=, or =~ expected";
    } else if (!subject.equals("myself")) {
      allowed.addAll(
          EnumSet.of(
              Operator.GREATER, Operator.LESS, Operator.GREATER_OR_EQUAL, Operator.LESS_OR_EQUAL));
      complaint = "invalid operator, ==, !=, <, >, >= or <= expected";
    }
    for (Operator operator : allowed) {
      if (operator.matches(tokens.peek())) {
        tokens.take();
        return operator;
      }
    }
    throw tokens.error("bad-condition", complaint);
  }

  private Expression right(String subject) {
    Token token = tokens.peek();
    if (subject.equals("myself") || token.isWord("myself")) {
      return partner(subject);
    }
    if (ADDRESSES.contains(subject)) {
      return address();
    }
    if (PROTOCOLS.contains(subject) && token.isSymbol("*")) {
      return new Expression.Numeral(tokens.take().span(), 0); // none: every protocol differs
    }
    if (PROTOCOLS.contains(subject) && Lexicon.PROTOCOLS.contains(token.text())) {
      return new Expression.Word(token.span(), tokens.take().text());
    }
    boolean bareWord =
        TEXTS.contains(subject)
            && token.kind() == Kind.WORD
            && !tokens.peek(1).isSymbol("(")
            && !Lexicon.isReserved(token.text());
    if (bareWord) {
      return new Expression.Word(token.span(), tokens.take().text());
    }
    return operand();
  }

  private Expression operand() {
    return expressions.binary(Operator.PLUS.level());
  }

  /** {@code myself} pairs with a few subjects only. */
  private Expression partner(String subject) {
    Token token = tokens.peek();
    String other = subject.equals("myself") ? token.text() : subject;
    boolean fits =
        token.kind() == Kind.WORD
            && Set.of("uri", "from_uri", "to_uri", "src_ip", "dst_ip").contains(other);
    if (!fits) {
      throw tokens.error(
          "bad-condition", "syntax error: uri, from_uri, to_uri, src_ip or dst_ip expected");
    }
    return new Expression.Word(token.span(), tokens.take().text());
  }

  /** An address, {@code ip/bits}, {@code ip/mask}, a quoted one, a host name or a variable. */
  private Expression address() {
    Token first = tokens.peek();
    if (first.kind() == Kind.TEXT || first.kind() == Kind.VARIABLE || first.kind() == Kind.SELECT) {
      return operand();
    }
    String host = endpoints.host("ip address or hostname expected");
    if (!tokens.take("/")) {
      return new Expression.Word(tokens.since(first), host);
    }
    boolean bits = tokens.peek().kind() == Kind.NUMBER && !tokens.peek(1).isSymbol(".");
    String mask = bits ? bits(host) : endpoints.host("netmask expected");
    return new Expression.Word(tokens.since(first), host + "/" + mask);
  }

  private String bits(String host) {
    long bits = tokens.number("invalid bit number in netmask");
    if (bits > (host.indexOf(':') >= 0 ? 128 : 32)) {
      throw tokens.error("bad-address", tokens.last().span(), "invalid bit number in netmask");
    }
    return String.valueOf(bits);
  }
}

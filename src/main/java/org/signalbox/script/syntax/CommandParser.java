// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.signalbox.script.syntax.Token.Kind;

/** The core commands: functions that need no module and take literals (script.md §8). */
final class CommandParser {

  /** What a command takes between its parentheses. */
  private enum Shape {
    NOTHING,
    TEXT,
    NUMBER,
    NUMBER_OR_NOTHING,
    FLAG,
    HOST,
    PORT,
    SOCKET,
    PROTOCOL,
    DESTINATION,
    LOG,
    TWO_TEXTS,
    GROUP
  }

  /** The usual name of a command, and what it takes. */
  private record Form(String name, Shape shape) {}

  private static final Map<String, Form> FORMS = new HashMap<>();

  static {
    add(Shape.NOTHING, "userphone");
    add(Shape.NOTHING, "revert_uri");
    add(Shape.NOTHING, "force_rport", "add_rport");
    add(Shape.NOTHING, "add_local_rport");
    add(Shape.NOTHING, "set_forward_no_connect");
    add(Shape.NOTHING, "set_reply_no_connect");
    add(Shape.NOTHING, "set_forward_close");
    add(Shape.NOTHING, "set_reply_close");
    add(Shape.NOTHING, "clear_branches");
    add(Shape.TEXT, "prefix");
    add(Shape.TEXT, "sethost", "rewritehost", "seth");
    add(Shape.TEXT, "sethostport", "rewritehostport", "sethp");
    add(Shape.TEXT, "sethostporttrans", "rewritehostporttrans", "sethpt");
    add(Shape.TEXT, "setport", "rewriteport", "setp");
    add(Shape.TEXT, "setuser", "rewriteuser", "setu");
    add(Shape.TEXT, "setuserpass", "rewriteuserpass", "setup");
    add(Shape.TEXT, "seturi", "rewriteuri");
    add(Shape.TEXT, "exec");
    add(Shape.TEXT, "cfg_reset");
    add(Shape.NUMBER, "strip");
    add(Shape.NUMBER, "strip_tail");
    add(Shape.NUMBER_OR_NOTHING, "force_tcp_alias", "add_tcp_alias");
    add(Shape.NUMBER_OR_NOTHING, "remove_branch");
    add(Shape.FLAG, "setflag");
    add(Shape.FLAG, "resetflag");
    add(Shape.FLAG, "isflagset");
    add(Shape.FLAG, "setavpflag");
    add(Shape.FLAG, "resetavpflag");
    add(Shape.FLAG, "isavpflagset");
    add(Shape.HOST, "set_advertised_address");
    add(Shape.PORT, "set_advertised_port");
    add(Shape.SOCKET, "force_send_socket");
    add(Shape.PROTOCOL, "udp_mtu_try_proto");
    add(Shape.DESTINATION, "forward");
    add(Shape.DESTINATION, "forward_udp");
    add(Shape.DESTINATION, "forward_tcp");
    add(Shape.DESTINATION, "forward_tls");
    add(Shape.DESTINATION, "forward_sctp");
    add(Shape.LOG, "log");
    add(Shape.TWO_TEXTS, "error");
    add(Shape.GROUP, "cfg_select");
  }

  private static void add(Shape shape, String... names) {
    for (String name : names) {
      FORMS.put(name, new Form(names[0], shape));
    }
  }

  private final TokenStream tokens;
  private final EndpointParser endpoints;
  private final ExpressionParser expressions;

  CommandParser(TokenStream tokens, Vocabulary vocabulary, ExpressionParser expressions) {
    this.tokens = tokens;
    this.endpoints = new EndpointParser(tokens, vocabulary);
    this.expressions = expressions;
  }

  Expression command() {
    Token name = tokens.take();
    Form form = FORMS.get(name.text());
    if (form == null) {
      throw tokens.error("syntax", name.span(), "syntax error");
    }
    List<Expression> arguments = new ArrayList<>();
    boolean parentheses = tokens.peek().isSymbol("(");
    if (parentheses) {
      tokens.take();
      boolean mayBeEmpty =
          form.shape() == Shape.DESTINATION || form.shape() == Shape.NUMBER_OR_NOTHING;
      if (!mayBeEmpty || !tokens.peek().isSymbol(")")) {
        arguments(form.shape(), arguments);
      }
      tokens.expect(")", "bad argument, ')' expected");
    } else if (form.shape() != Shape.NOTHING && form.shape() != Shape.NUMBER_OR_NOTHING) {
      throw tokens.error("syntax", "syntax error: missing '(' or ')' ?");
    }
    return new Expression.Command(tokens.since(name), name.span(), form.name(), arguments);
  }

  private void arguments(Shape shape, List<Expression> arguments) {
    switch (shape) {
      case NOTHING -> {}
      case TEXT -> arguments.add(text());
      case NUMBER, NUMBER_OR_NOTHING, PORT -> arguments.add(number());
      case FLAG -> arguments.add(flag());
      case HOST -> arguments.add(host());
      case SOCKET -> arguments.add(socket());
      case PROTOCOL -> arguments.add(protocol());
      case DESTINATION -> destination(arguments);
      case LOG -> {
        if (tokens.peek().kind() == Kind.NUMBER || tokens.peek().isSymbol("-")) {
          arguments.add(number());
          tokens.expect(",", "bad argument, ',' expected");
        }
        arguments.add(text());
      }
      case TWO_TEXTS -> {
        arguments.add(text());
        tokens.expect(",", "bad argument, ',' expected");
        arguments.add(text());
      }
      case GROUP -> {
        arguments.add(text());
        tokens.expect(",", "bad argument, ',' expected");
        arguments.add(expressions.expression());
      }
    }
  }

  private Expression text() {
    Token token = tokens.peek();
    if (token.kind() != Kind.TEXT) {
      throw tokens.error("bad-argument", "bad argument, string expected");
    }
    return new Expression.Text(token.span(), tokens.take().text());
  }

  private Expression number() {
    Token first = tokens.peek();
    boolean negative = tokens.take("-");
    if (tokens.peek().kind() != Kind.NUMBER) {
      throw tokens.error("bad-argument", "bad argument, number expected");
    }
    long value = tokens.number("bad argument, number expected");
    return new Expression.Numeral(tokens.since(first), negative ? -value : value);
  }

  /** A number, or the name that {@code flags} declares for one. */
  private Expression flag() {
    Token token = tokens.peek();
    if (token.kind() == Kind.TEXT || token.kind() == Kind.WORD) {
      return new Expression.Word(token.span(), tokens.take().text());
    }
    return number();
  }

  private Expression host() {
    Token first = tokens.peek();
    String host = endpoints.host("ip address or hostname expected");
    return new Expression.Text(tokens.since(first), host);
  }

  private Expression socket() {
    Item.Endpoint endpoint = endpoints.endpoint("bad argument, [proto:]host[:port] expected");
    String host = endpoint.hosts().get(0);
    return new Expression.Text(
        endpoint.span(),
        (endpoint.protocol().isEmpty() ? "" : endpoint.protocol() + ":")
            + (host.indexOf(':') >= 0 ? "[" + host + "]" : host)
            + (endpoint.port() < 0 ? "" : ":" + endpoint.port()));
  }

  private Expression protocol() {
    Token token = tokens.peek();
    if (!Lexicon.PROTOCOLS.contains(token.text())) {
      throw tokens.error("bad-argument", "bad argument, UDP, TCP, TLS or SCTP expected");
    }
    return new Expression.Word(token.span(), tokens.take().text());
  }

  private void destination(List<Expression> arguments) {
    arguments.add(uriPart("host"));
    if (!tokens.take(",")) {
      return;
    }
    arguments.add(tokens.peek().isWord("uri") ? uriPart("port") : number());
  }

  /** {@code uri:host} and {@code uri:port}, or a host. */
  private Expression uriPart(String part) {
    Token first = tokens.peek();
    if (first.isWord("uri") && tokens.peek(1).isSymbol(":") && tokens.peek(2).isWord(part)) {
      tokens.take();
      tokens.take();
      tokens.take();
      return new Expression.Word(tokens.since(first), "uri:" + part);
    }
    if (part.equals("port")) {
      throw tokens.error("bad-argument", "bad argument, number expected");
    }
    return host();
  }
}

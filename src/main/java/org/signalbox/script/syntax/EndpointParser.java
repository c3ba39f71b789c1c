// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.signalbox.script.Problem;
import org.signalbox.script.syntax.Item.Endpoint;
import org.signalbox.script.syntax.Token.Kind;

/** Reads {@code [protocol:]host[:port]} with hosts unquoted (script.md §4.2). */
final class EndpointParser {
  static final int HIGHEST_PORT = 65535;

  private final TokenStream tokens;
  private final Vocabulary vocabulary;

  EndpointParser(TokenStream tokens, Vocabulary vocabulary) {
    this.tokens = tokens;
    this.vocabulary = vocabulary;
  }

  /** Whether an endpoint, and not the next item of the file, begins here. */
  boolean follows() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case NUMBER, IPV6, TEXT -> true;
      case SYMBOL -> token.isSymbol("[") || token.isSymbol("(") || token.isSymbol("*");
      case WORD ->
          Lexicon.PROTOCOLS.contains(token.text())
              || (!Lexicon.isReserved(token.text())
                  && !vocabulary.isParameter(token.text())
                  && !settingFollows());
      default -> false;
    };
  }

  /** Whether what looks like a host is the name of a user's global. */
  private boolean settingFollows() {
    int distance = 1;
    while (isHostPart(tokens.peek(distance)) && !tokens.peek(distance).spaced()) {
      distance++;
    }
    return tokens.peek(distance).isSymbol("=") || tokens.peek(distance).isSymbol("[");
  }

  Endpoint endpoint(String complaint) {
    Token first = tokens.peek();
    String protocol = protocol();
    List<String> hosts = new ArrayList<>();
    if (tokens.take("(")) {
      do {
        hosts.add(host(complaint));
      } while (tokens.take(","));
      tokens.expect(")");
    } else {
      hosts.add(host(complaint));
    }
    int port = tokens.peek().isSymbol(":") ? port() : -1;
    return new Endpoint(tokens.since(first), protocol, hosts, port);
  }

  private String protocol() {
    Token token = tokens.peek();
    boolean named = Lexicon.PROTOCOLS.contains(token.text()) || token.isSymbol("*");
    if (!named || token.kind() == Kind.TEXT || !tokens.peek(1).isSymbol(":")) {
      return "";
    }
    tokens.take();
    tokens.take();
    return token.text().toLowerCase(Locale.ROOT);
  }

  /** One host: quoted, bracketed, an address, or a name of words, dots and hyphens. */
  String host(String complaint) {
    Token token = tokens.peek();
    if (token.kind() == Kind.TEXT || token.kind() == Kind.IPV6) {
      return tokens.take().text();
    }
    if (tokens.take("[")) {
      String address = tokens.expect(Kind.IPV6, "invalid ipv6 address").text();
      tokens.expect("]");
      return address;
    }
    if (!isHostPart(token) || token.isSymbol(".") || token.isSymbol("-")) {
      throw tokens.error("host-expected", complaint);
    }
    Token first = tokens.take();
    StringBuilder name = new StringBuilder(first.text());
    while (isHostPart(tokens.peek()) && !tokens.peek().spaced()) {
      name.append(tokens.take().text());
    }
    String host = name.toString();
    if (host.chars().allMatch(c -> c == '.' || Scanner.isDigit((char) c))
        && !Ipv6Text.isIpv4(host)) {
      throw tokens.error("bad-address", tokens.since(first), "invalid ipv4 address");
    }
    return host;
  }

  private static boolean isHostPart(Token token) {
    return token.kind() == Kind.WORD
        || token.kind() == Kind.NUMBER
        || token.isSymbol(".")
        || token.isSymbol("-");
  }

  private int port() {
    tokens.take();
    return tokens.take("*") ? -1 : portNumber();
  }

  /** A port, checked: Kamailio would take it modulo 65536. */
  int portNumber() {
    long port = tokens.number("port number expected");
    if (port > HIGHEST_PORT) {
      tokens.report(
          Problem.error("port-range", tokens.last().span(), "port number out of range: " + port)
              .helped("ports end at " + HIGHEST_PORT));
      return 0;
    }
    return (int) port;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.signalbox.script.BlockKind;
import org.signalbox.script.Span;
import org.signalbox.script.syntax.Token.Kind;

/** Reads the heads of route blocks (script.md §5). */
final class RouteNames {
  private static final Pattern EVENT = Pattern.compile("[A-Za-z][A-Za-z0-9-]*(:[A-Za-z0-9_-]+)+");

  private final TokenStream tokens;
  private final Predicate<String> reserved;

  RouteNames(TokenStream tokens, Predicate<String> reserved) {
    this.tokens = tokens;
    this.reserved = reserved;
  }

  /** What a head says: the kind it really is, and its name, empty for the one of its kind. */
  record Header(Span span, BlockKind kind, String name) {}

  Header header(BlockKind written, String word) {
    return switch (written) {
      case NAMED -> optional(written, BlockKind.REQUEST, "invalid  route  statement");
      case ONREPLY -> optional(written, BlockKind.REPLY, "invalid onreply_route statement");
      case ONSEND -> named(written, "invalid onsend_route statement", false);
      case FAILURE, BRANCH -> named(written, "invalid " + word + " statement", true);
      case EVENT -> event();
      case REQUEST, REPLY -> {
        if (!tokens.peek().isSymbol("{")) {
          throw tokens.error(
              "bad-route",
              written == BlockKind.REPLY
                  ? "invalid onreply_route statement"
                  : "invalid  request_route  statement");
        }
        yield new Header(tokens.last().span(), written, "");
      }
    };
  }

  /** A block that is the one of its kind when it has no name or the name 0. */
  private Header optional(BlockKind named, BlockKind unnamed, String complaint) {
    Header header = named(named, complaint, false);
    boolean main = header.name().isEmpty() || header.name().equals("0");
    return new Header(header.span(), main ? unnamed : named, main ? "" : header.name());
  }

  private Header named(BlockKind kind, String complaint, boolean nameNeeded) {
    String name = "";
    if (tokens.peek().isSymbol("[")) {
      tokens.take();
      name = name(complaint);
      tokens.expect("]", complaint);
    } else if (nameNeeded) {
      throw tokens.error("bad-route", complaint);
    }
    if (!tokens.peek().isSymbol("{")) {
      throw tokens.error("bad-route", complaint);
    }
    return new Header(tokens.last().span(), kind, name);
  }

  private String name(String complaint) {
    Token token = tokens.peek();
    boolean free = token.kind() == Kind.WORD && !reserved.test(token.text());
    if (token.kind() == Kind.NUMBER) {
      return String.valueOf(tokens.number(complaint));
    }
    if (!free && token.kind() != Kind.TEXT) {
      throw new SyntaxError(
          tokens
              .error("bad-route", complaint)
              .problem()
              .helped(
                  token.kind() == Kind.WORD
                      ? "'" + token.text() + "' is a reserved word: put it in quotes"
                      : null));
    }
    return tokens.take().text();
  }

  private Header event() {
    tokens.expect("[", "invalid event_route statement");
    StringBuilder name = new StringBuilder();
    Token first = tokens.peek();
    while (!tokens.peek().isSymbol("]")) {
      Token part = tokens.peek();
      if (part.isEnd() || part.isSymbol("{") || part.isSymbol(";")) {
        throw tokens.error("bad-route", "invalid event_route statement");
      }
      name.append(tokens.take().text());
    }
    Span span = Span.between(first.span(), tokens.last().span());
    tokens.expect("]");
    if (!EVENT.matcher(name).matches()) {
      throw new SyntaxError(
          tokens
              .error("bad-event-name", span, "invalid event_route statement")
              .problem()
              .helped("an event is called module:event"));
    }
    if (!tokens.peek().isSymbol("{")) {
      throw tokens.error("bad-route", "invalid event_route statement");
    }
    return new Header(tokens.last().span(), BlockKind.EVENT, name.toString());
  }
}

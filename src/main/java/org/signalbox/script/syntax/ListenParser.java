// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.syntax.Item.Endpoint;
import org.signalbox.script.syntax.Token.Kind;

/** Reads {@code listen}, {@code socket} and {@code alias} (script.md §4.2). */
final class ListenParser {
  private static final String HOST_EXPECTED = "interface name or hostname expected";

  private final TokenStream tokens;
  private final EndpointParser endpoints;

  ListenParser(TokenStream tokens, EndpointParser endpoints) {
    this.tokens = tokens;
    this.endpoints = endpoints;
  }

  /** What may follow the addresses of one line. */
  private static final class Extras {
    private @Nullable Endpoint advertised;
    private @Nullable String name;
    private boolean virtual;
    private int workers;
    private int lastPort;

    Item.Listen of(Endpoint endpoint) {
      return new Item.Listen(
          endpoint.span(), endpoint, lastPort, advertised, name, virtual, workers);
    }
  }

  void listen(List<Item> items) {
    tokens.expect("=");
    List<Endpoint> found = new ArrayList<>();
    do {
      found.add(endpoints.endpoint(HOST_EXPECTED));
    } while (endpoints.follows());
    Extras extras = new Extras();
    while (extra(extras)) {
      // one suffix after the other; they hold for every address of the line
    }
    found.forEach(endpoint -> items.add(extras.of(endpoint)));
  }

  private boolean extra(Extras extras) {
    if (tokens.take("advertise") || tokens.take("ADVERTISE")) {
      extras.advertised = endpoints.endpoint(HOST_EXPECTED);
    } else if (tokens.take("name")) {
      extras.name = tokens.expect(Kind.TEXT, "string expected").text();
    } else if (tokens.take("virtual")) {
      extras.virtual = true;
    } else {
      return false;
    }
    return true;
  }

  void aliases(List<Item> items) {
    tokens.expect("=");
    do {
      Endpoint endpoint = endpoints.endpoint("hostname expected");
      items.add(new Item.Alias(endpoint.span(), endpoint));
    } while (endpoints.follows());
  }

  void socket(Token word, List<Item> items) {
    tokens.expect("=");
    tokens.expect("{");
    Extras extras = new Extras();
    Endpoint bound = null;
    while (!tokens.peek().isSymbol("}")) {
      Token attribute = tokens.expect(Kind.WORD, "invalid socket attribute");
      tokens.expect("=");
      switch (attribute.text()) {
        case "bind" -> bound = bound(extras);
        case "advertise" -> extras.advertised = endpoints.endpoint(HOST_EXPECTED);
        case "name" -> extras.name = tokens.expect(Kind.TEXT, "string expected").text();
        case "workers" -> extras.workers = (int) tokens.number("number expected");
        case "virtual" -> extras.virtual = tokens.number("boolean value expected") != 0;
        case "agname", "vrf" -> tokens.expect(Kind.TEXT, "string expected");
        default -> throw tokens.error("bad-socket", attribute.span(), "invalid socket attribute");
      }
      if (!tokens.peek().isSymbol("}")) {
        tokens.expect(";");
      }
    }
    tokens.take();
    if (bound == null) {
      throw tokens.error("bad-socket", word.span(), "a socket needs bind=");
    }
    items.add(extras.of(bound));
  }

  private Endpoint bound(Extras extras) {
    Endpoint endpoint = endpoints.endpoint(HOST_EXPECTED);
    if (tokens.take("-")) {
      extras.lastPort = endpoints.portNumber();
    }
    return endpoint;
  }
}

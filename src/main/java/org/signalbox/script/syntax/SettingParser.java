// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Span;
import org.signalbox.script.syntax.Item.Literal;
import org.signalbox.script.syntax.Token.Kind;

/** Reads every item of the top level that is no route block (script.md §4). */
final class SettingParser {
  private final TokenStream tokens;
  private final Vocabulary vocabulary;
  private final ListenParser listens;

  SettingParser(TokenStream tokens, Vocabulary vocabulary) {
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.listens = new ListenParser(tokens, new EndpointParser(tokens, vocabulary));
  }

  void parse(List<Item> items) {
    Token word = tokens.take();
    boolean assigned = tokens.peek().isSymbol("=");
    switch (word.text()) {
      case "listen" -> listens.listen(items);
      case "alias" -> listens.aliases(items);
      case "loadmodule" -> items.add(loadModule(word, false));
      case "loadmodulex" -> items.add(loadModule(word, true));
      case "loadpath", "mpath" -> items.add(loadPath(word));
      case "modparam" -> items.add(moduleParameter(word, false));
      case "modparamx" -> items.add(moduleParameter(word, true));
      case "flags", "bool" -> flags(items, "flag list expected");
      case "avpflags" -> flags(null, "avpflag list expected");
      case "kemi" -> items.add(kemi(word));
      case "coreparam" -> items.add(coreParameter(word));
      case "socket" -> {
        if (assigned && tokens.peek(1).isSymbol("{")) {
          listens.socket(word, items);
        } else {
          items.add(other(word));
        }
      }
      case "domain" -> {
        if (assigned) {
          listens.aliases(items);
        } else {
          items.add(other(word));
        }
      }
      default -> items.add(other(word));
    }
  }

  /** A global parameter, a user's global, or a mistake. */
  private Item other(Token word) {
    boolean free = !Lexicon.isReserved(word.text()) && !vocabulary.isReserved(word.text());
    boolean grouped = tokens.peek().isSymbol(".") || tokens.peek().isSymbol("[");
    if (grouped && (free || word.isWord("default"))) {
      return global(word);
    }
    if (vocabulary.isParameter(word.text())) {
      if (!tokens.take("=") && tokens.peek().kind() != Kind.TEXT) {
        throw tokens.error("syntax", "syntax error: '=' expected");
      }
      Literal value = literal("value expected");
      return new Item.Setting(tokens.since(word), word.span(), word.text(), value);
    }
    if (tokens.peek().isSymbol("=")) {
      throw Parser.unknownParameter(word, vocabulary);
    }
    SyntaxError error =
        tokens.error("syntax", free ? word.span() : tokens.peek().span(), "syntax error");
    if (word.isWord("error_route")) {
      throw new SyntaxError(
          error.problem().helped("use event_route[core:receive-parse-error] instead"));
    }
    throw error;
  }

  private Item kemi(Token word) {
    tokens.expect(".");
    Token name = tokens.expect(Kind.WORD, "syntax error: a name is expected");
    tokens.expect("=");
    Literal value = literal("string value expected");
    return new Item.Setting(tokens.since(word), name.span(), "kemi." + name.text(), value);
  }

  private Item coreParameter(Token word) {
    tokens.expect("[");
    Token name = tokens.take();
    tokens.expect("]");
    tokens.expect("=");
    Literal value = literal("value expected");
    if (!vocabulary.isParameter(name.text())) {
      throw Parser.unknownParameter(name, vocabulary);
    }
    return new Item.Setting(tokens.since(word), name.span(), name.text(), value);
  }

  private Item global(Token group) {
    int instance = -1;
    if (tokens.take("[")) {
      instance = (int) tokens.number("number expected");
      tokens.expect("]");
    }
    tokens.expect(".");
    Token name = tokens.peek();
    boolean reserved = Lexicon.isReserved(name.text()) || vocabulary.isReserved(name.text());
    if (name.kind() != Kind.WORD || (reserved && !name.isWord("default"))) {
      throw tokens.error("syntax", "syntax error: a name that is not reserved is expected");
    }
    tokens.take();
    tokens.expect("=");
    Token next = tokens.peek();
    if (next.kind() != Kind.NUMBER && next.kind() != Kind.TEXT) {
      throw tokens.error("bad-value", "number or string expected");
    }
    Literal value = literal("number or string expected");
    return new Item.Global(
        tokens.since(group), group.text(), instance, name.text(), value, description());
  }

  private @Nullable String description() {
    if (tokens.take("desc") || tokens.take("descr") || tokens.take("description")) {
      return tokens.expect(Kind.TEXT, "string expected").text();
    }
    return null;
  }

  private Item loadModule(Token word, boolean expand) {
    boolean parenthesis = tokens.take("(");
    Token name = tokens.expect(Kind.TEXT, "string expected");
    if (parenthesis) {
      if (tokens.take(",")) {
        tokens.expect(Kind.TEXT, "string expected");
      }
      tokens.expect(")");
    }
    vocabulary.meets(name.text());
    return new Item.LoadModule(Span.between(word.span(), name.span()), name.text(), expand);
  }

  private Item loadPath(Token word) {
    tokens.take("=");
    Token path = tokens.expect(Kind.TEXT, "string expected");
    return new Item.LoadPath(tokens.since(word), path.text());
  }

  private Item moduleParameter(Token word, boolean expand) {
    tokens.expect("(", "invalid modparam statement");
    Token modules = tokens.expect(Kind.TEXT, "invalid modparam arguments");
    tokens.expect(",", "invalid modparam arguments");
    Token name = tokens.expect(Kind.TEXT, "invalid modparam arguments");
    tokens.expect(",", "invalid modparam arguments");
    Literal value;
    if (expand && tokens.peek().kind() == Kind.VARIABLE) {
      Token variable = tokens.take();
      value = new Literal.Variable(variable.span(), variable.text());
    } else {
      value = literal("invalid modparam arguments");
      if (value instanceof Literal.Word) {
        throw tokens.error("syntax", value.span(), "invalid modparam arguments");
      }
    }
    tokens.expect(")", "invalid modparam arguments");
    return new Item.ModuleParameter(
        tokens.since(word),
        modules.span(),
        modules.text(),
        name.span(),
        name.text(),
        value,
        expand);
  }

  /** Names for flags; null for the obsolete ones of AVPs, which do nothing. */
  private void flags(@Nullable List<Item> items, String complaint) {
    do {
      Token name = tokens.peek();
      if (name.kind() != Kind.TEXT
          && (name.kind() != Kind.WORD || Lexicon.isReserved(name.text()))) {
        throw tokens.error("syntax", complaint);
      }
      tokens.take();
      int number = tokens.take(":") ? (int) tokens.number("number expected") : -1;
      if (items != null) {
        items.add(new Item.Flag(tokens.since(name), name.text(), number));
      }
    } while (tokens.take(","));
  }

  private Literal literal(String complaint) {
    Token first = tokens.peek();
    if (first.isSymbol("-")) {
      tokens.take();
      long value = -tokens.number(complaint);
      return new Literal.Numeral(tokens.since(first), value);
    }
    return switch (first.kind()) {
      case NUMBER -> number(first, complaint);
      case TEXT -> new Literal.Text(first.span(), tokens.take().text());
      case WORD, IPV6 -> {
        if (!canBeValue(first)) {
          throw tokens.error("bad-value", complaint);
        }
        String host = new EndpointParser(tokens, vocabulary).host(complaint);
        yield new Literal.Word(tokens.since(first), host);
      }
      default -> throw tokens.error("bad-value", complaint);
    };
  }

  /** A word that begins the next item is no value: the value is missing. */
  private boolean canBeValue(Token token) {
    return token.kind() != Kind.WORD
        || Lexicon.PROTOCOLS.contains(token.text())
        || (!Lexicon.isReserved(token.text()) && !vocabulary.isParameter(token.text()));
  }

  /** A number, or an address that begins with one. */
  private Literal number(Token first, String complaint) {
    if (tokens.peek(1).isSymbol(".") && !tokens.peek(1).spaced()) {
      String host = new EndpointParser(tokens, vocabulary).host(complaint);
      return new Literal.Word(tokens.since(first), host);
    }
    return new Literal.Numeral(first.span(), tokens.number(complaint));
  }
}

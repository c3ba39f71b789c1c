// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.signalbox.script.BlockKind;
import org.signalbox.script.Problem;
import org.signalbox.script.Problems;
import org.signalbox.script.Source;
import org.signalbox.script.Span;
import org.signalbox.script.Suggestion;
import org.signalbox.script.syntax.Token.Kind;

/**
 * The grammar of the top level of a file (script.md §4, §5). Every mistake is noted, and reading
 * goes on behind it. For one thread, once.
 */
public final class Parser {
  private static final Set<String> ENGINES =
      Set.of("lua", "python", "python3", "jsdt", "squirrel", "sqlang", "ruby", "mono", "java");

  private final Vocabulary vocabulary;
  private final Problems problems;
  private final Defines defines = new Defines();
  private final TokenStream tokens;
  private final SettingParser settings;
  private final StatementParser statements;
  private final List<Item> items = new ArrayList<>();

  private Parser(
      Source source, List<String> commandLine, Vocabulary vocabulary, Problems problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
    commandLine.forEach(this::defineFromCommandLine);
    rejectOtherEngines(source);
    this.tokens =
        new TokenStream(new Preprocessor(source, defines, this::isReserved, problems), problems);
    this.settings = new SettingParser(tokens, vocabulary);
    this.statements = new StatementParser(tokens, vocabulary, this::isReserved);
  }

  /**
   * Reads a file.
   *
   * @param commandLine what {@code -A} gives, each {@code NAME} or {@code NAME=TEXT}
   * @param vocabulary the global parameters
   * @param problems takes every mistake
   */
  public static ScriptFile parse(
      Source source, List<String> commandLine, Vocabulary vocabulary, Problems problems) {
    Parser parser = new Parser(source, commandLine, vocabulary, problems);
    return parser.file();
  }

  /** What a file says once it is preprocessed; for the same arguments. */
  public static String evaluated(
      Source source, List<String> commandLine, Vocabulary vocabulary, Problems problems) {
    TokenStream tokens = new Parser(source, commandLine, vocabulary, problems).tokens;
    EvaluatedText text = new EvaluatedText();
    while (!tokens.peek().isEnd()) {
      text.add(tokens.take());
    }
    return text.toString();
  }

  private ScriptFile file() {
    while (!tokens.peek().isEnd()) {
      Token first = tokens.peek();
      try {
        item();
      } catch (SyntaxError e) {
        problems.add(e.problem());
        if (tokens.peek().equals(first)) {
          tokens.take();
        }
        recover();
      }
    }
    return new ScriptFile(items, defines.all());
  }

  private void item() {
    Token first = tokens.peek();
    if (first.isSymbol(";")) {
      tokens.take();
      return;
    }
    if (first.kind() != Kind.WORD) {
      throw tokens.error("syntax", "syntax error");
    }
    switch (first.text()) {
      case "request_route" -> block(BlockKind.REQUEST, "request");
      case "route" -> block(BlockKind.NAMED, "");
      case "reply_route" -> block(BlockKind.REPLY, "reply");
      case "onreply_route" -> block(BlockKind.ONREPLY, "onreply_route");
      case "failure_route" -> block(BlockKind.FAILURE, "failure_route");
      case "branch_route" -> block(BlockKind.BRANCH, "branch_route");
      case "onsend_route" -> block(BlockKind.ONSEND, "onsend_route");
      case "event_route" -> block(BlockKind.EVENT, "event_route");
      default -> settings.parse(items);
    }
  }

  private void block(BlockKind written, String word) {
    Token keyword = tokens.take();
    RouteNames names = new RouteNames(tokens, this::isReserved);
    RouteNames.Header header = names.header(written, word);
    List<Statement> body = statements.routeBody();
    items.add(
        new Item.Route(
            Span.between(keyword.span(), header.span()), header.kind(), header.name(), body));
  }

  /**
   * Skips to what looks like the begin of an item: a word at the begin of a line that can be one.
   */
  private void recover() {
    int broken = tokens.last().span().line();
    int depth = 0;
    while (!tokens.peek().isEnd()) {
      Token token = tokens.peek();
      boolean newLine = token.span().line() != broken;
      if (newLine && depth == 0 && beginsItem(token)) {
        return;
      }
      if (token.isSymbol("{")) {
        depth++;
      } else if (token.isSymbol("}")) {
        depth = Math.max(0, depth - 1);
      }
      tokens.take();
    }
  }

  private boolean beginsItem(Token token) {
    return token.kind() == Kind.WORD
        && (Lexicon.ITEMS.contains(token.text())
            || vocabulary.isParameter(token.text())
            || tokens.peek(1).isSymbol("=")
            || tokens.peek(1).isSymbol(".")
            || tokens.peek(1).isSymbol("{"));
  }

  private boolean isReserved(String word) {
    return Lexicon.isReserved(word) || vocabulary.isReserved(word);
  }

  private void defineFromCommandLine(String definition) {
    int equals = definition.indexOf('=');
    String name = equals < 0 ? definition : definition.substring(0, equals);
    String text = equals < 0 ? "" : definition.substring(equals + 1);
    if (name.isEmpty()
        || !name.chars().allMatch(c -> Scanner.isWordPart((char) c))
        || defines.has(name)) {
      Source place = Source.of("command line", "-A " + definition);
      problems.add(
          Problem.error(
              "command-line-define",
              new Span(place, 3, place.text().length()),
              "error at define param: -A " + definition));
    } else {
      defines.put(name, text);
    }
  }

  /**
   * A first line that names another language is a mistake; Kamailio's own modes are all one here.
   */
  private void rejectOtherEngines(Source source) {
    String line = source.lineText(1).strip();
    if (line.startsWith("#!") && ENGINES.contains(line.substring(2))) {
      problems.add(
          Problem.error(
              "other-engine",
              new Span(source, 0, line.length()),
              "scripts in " + line.substring(2) + " are not supported"));
    }
  }

  /** Complains about a word that is no global parameter. */
  static SyntaxError unknownParameter(Token name, Vocabulary vocabulary) {
    List<String> known = new ArrayList<>(vocabulary.names());
    known.addAll(Lexicon.ITEMS);
    return new SyntaxError(
        Problem.error("unknown-parameter", name.span(), "unknown config variable")
            .helped(Suggestion.didYouMean(name.text(), known)));
  }
}

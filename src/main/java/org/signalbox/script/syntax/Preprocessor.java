// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Problem;
import org.signalbox.script.Problems;
import org.signalbox.script.Source;
import org.signalbox.script.Span;
import org.signalbox.script.StaticText;
import org.signalbox.script.syntax.Token.Kind;

/**
 * The tokens that the parser sees: defines replaced, conditionals decided, included files in their
 * places (script.md §2). For one thread.
 */
final class Preprocessor {
  private static final int DEEPEST_INCLUDE = 10;
  private static final int LONGEST_NAME = 127;

  /** A text being scanned; {@code define} names the define that it is the text of. */
  private record Frame(Scanner scanner, @Nullable String define) {}

  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Conditionals conditionals;
  private final Directives directives;
  private final Defines defines;
  private final Substitutions substitutions = new Substitutions();
  private final Predicate<String> reserved;
  private final Problems problems;
  private boolean moduleNameFollows;

  /**
   * Prepares to read a text.
   *
   * @param reserved words that a define cannot replace
   */
  Preprocessor(Source main, Defines defines, Predicate<String> reserved, Problems problems) {
    this.defines = defines;
    this.reserved = reserved;
    this.problems = problems;
    this.conditionals = new Conditionals(problems);
    this.directives = new Directives(defines, substitutions, problems);
    frames.push(new Frame(new Scanner(main, problems), null));
  }

  Token next() {
    while (true) {
      Frame frame = frames.element();
      Token token = frame.scanner().next();
      switch (token.kind()) {
        case END -> {
          if (frames.size() == 1) {
            conditionals.checkBalance(token.span());
            return token;
          }
          frames.pop();
        }
        case DIRECTIVE -> directive(token, frame.scanner());
        case WORD -> {
          if (token.text().equals("include_file") || token.text().equals("import_file")) {
            include(token, frame.scanner());
          } else if (!expand(token)) {
            moduleNameFollows =
                token.text().equals("loadmodule") || token.text().equals("loadmodulex");
            return token;
          }
        }
        case TEXT, VARIABLE -> {
          return literal(token);
        }
        default -> {
          return token;
        }
      }
    }
  }

  private Token literal(Token token) {
    String text = substitutions.apply(token.text());
    if (moduleNameFollows && token.kind() == Kind.TEXT) {
      defineModule(text);
      moduleNameFollows = false;
    }
    return new Token(token.kind(), text, 0, token.span(), token.spaced());
  }

  /** {@code #!ifdef MOD_x} is true behind the line that loads x. */
  private void defineModule(String written) {
    String path = new StaticText(System::getenv, defines::text).expand(written);
    if (path != null) {
      String file = path.substring(path.lastIndexOf('/') + 1);
      defines.put("MOD_" + file.replaceFirst("\\.(so|jar)$", ""), "");
    }
  }

  private boolean expand(Token word) {
    String name = word.text();
    String text = reserved.test(name) ? null : defines.text(name);
    if (text == null) {
      return false;
    }
    if (frames.stream().anyMatch(frame -> name.equals(frame.define()))) {
      problems.add(
          Problem.error("recursive-define", word.span(), "recursive define " + name)
              .helped("the text of " + name + " uses " + name + " again"));
      return false;
    }
    Source body = Source.of(word.span().source().name(), text);
    frames.push(new Frame(new Scanner(body, word.span(), word.spaced(), problems), name));
    return true;
  }

  private void directive(Token directive, Scanner scanner) {
    switch (directive.text()) {
      case "ifdef", "ifndef", "ifexp" -> {
        boolean holds = directives.holds(directive, scanner.restOfLine(true));
        if (conditionals.open(directive) && !holds) {
          skip();
        }
      }
      case "else" -> {
        if (scanner.onlyBlanksBeforeLineEnd()) {
          if (conditionals.otherwise(directive)) {
            skip();
          }
        } else {
          conditionals.ignored(directive);
          scanner.restOfLine(false);
        }
      }
      case "endif" -> {
        if (scanner.onlyBlanksBeforeLineEnd()) {
          conditionals.close(directive);
        } else {
          conditionals.ignored(directive);
          scanner.restOfLine(false);
        }
      }
      case "include_file", "import_file" -> include(directive, scanner);
      default -> directives.run(directive, scanner.restOfLine(true));
    }
  }

  /** Passes over text until the conditional that was opened last is taken up again or closed. */
  private void skip() {
    int deeper = 0;
    while (true) {
      Scanner scanner = frames.element().scanner();
      Token directive = scanner.skipToConditional();
      if (directive == null) {
        if (frames.size() == 1) {
          return;
        }
        frames.pop();
        continue;
      }
      boolean opens = directive.text().startsWith("if");
      if (opens) {
        deeper++;
      } else if (!scanner.onlyBlanksBeforeLineEnd()) {
        conditionals.ignored(directive);
        scanner.restOfLine(false);
      } else if (directive.text().equals("endif")) {
        if (deeper-- == 0) {
          conditionals.close(directive);
          return;
        }
      } else if (deeper == 0) {
        return;
      }
    }
  }

  private void include(Token keyword, Scanner scanner) {
    boolean mustExist = keyword.text().equals("include_file");
    if (!scanner.doubleQuoteFollows()) {
      problems.add(
          Problem.error(
              "include-name", keyword.span(), "included file name must be between quotes"));
      scanner.restOfLine(false);
      return;
    }
    Token name = scanner.next();
    Span place = name.span();
    String file = substitutions.apply(name.text());
    Path path = file.length() > LONGEST_NAME ? null : located(file, scanner.source().directory());
    long depth = frames.stream().filter(frame -> frame.define() == null).count();
    if (depth > DEEPEST_INCLUDE) {
      problems.add(
          Problem.error("include-depth", place, "too many include files")
              .helped("a file may include another up to " + DEEPEST_INCLUDE + " levels deep"));
    } else if (path != null) {
      open(path, place);
    } else if (mustExist) {
      problems.add(
          Problem.error(
              "include-missing",
              place,
              "cannot open included file: %s (%s/%s)"
                  .formatted(file, scanner.source().directory(), file)));
    }
  }

  private void open(Path path, Span place) {
    try {
      frames.push(new Frame(new Scanner(Source.read(path), problems), null));
    } catch (IOException e) {
      problems.add(
          Problem.error("include-missing", place, "cannot open included file: " + path)
              .because(e.toString()));
    }
  }

  private static @Nullable Path located(String file, @Nullable Path directory) {
    Path path = Path.of(file);
    if (Files.isRegularFile(path)) {
      return path;
    }
    Path beside = directory == null ? null : directory.resolve(file);
    return beside != null && Files.isRegularFile(beside) ? beside : null;
  }
}

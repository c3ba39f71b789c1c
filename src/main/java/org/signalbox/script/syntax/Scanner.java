// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Problem;
import org.signalbox.script.Problems;
import org.signalbox.script.Source;
import org.signalbox.script.Span;
import org.signalbox.script.syntax.Token.Kind;

/**
 * Characters to tokens (script.md §1). Knows nothing of defines: it hands directives to the {@link
 * Preprocessor} as tokens.
 */
final class Scanner {
  /** Words behind {@code #!} that mean something; all others make the line a comment. */
  private static final Set<String> DIRECTIVES =
      Set.of(
          "define",
          "def",
          "trydefine",
          "trydef",
          "redefine",
          "redef",
          "undefine",
          "undef",
          "tryundefine",
          "tryundef",
          "ifdef",
          "ifndef",
          "ifexp",
          "else",
          "endif",
          "defexp",
          "defexps",
          "defenv",
          "defenvs",
          "trydefenv",
          "trydefenvs",
          "subst",
          "substdef",
          "substdefs",
          "include_file",
          "import_file");

  static final Set<String> CONDITIONALS = Set.of("ifdef", "ifndef", "ifexp", "else", "endif");

  /** Longest first, so that {@code =~} wins over {@code =}. */
  private static final List<String> SYMBOLS =
      List.of(
          "==", "!=", "=~", "<=", ">=", "<<", ">>", "&&", "||", "{", "}", "(", ")", "[", "]", ";",
          ",", ":", ".", "=", "<", ">", "+", "-", "*", "/", "&", "|", "^", "~", "!", "%", "@", "$",
          "?");

  private final Source source;
  private final String text;
  private final @Nullable Span site;
  private final boolean spacedBefore;
  private final Problems problems;
  private int position;

  /** Scans a file. */
  Scanner(Source source, Problems problems) {
    this(source, null, true, problems);
  }

  /**
   * Scans what a define expands to.
   *
   * @param site where the define is used; every token gets this place
   * @param spacedBefore whether the name of the define was spaced from the token before
   */
  Scanner(Source source, @Nullable Span site, boolean spacedBefore, Problems problems) {
    this.source = source;
    this.text = source.text();
    this.site = site;
    this.spacedBefore = spacedBefore;
    this.problems = problems;
  }

  Source source() {
    return source;
  }

  Token next() {
    boolean spaced = skipBlank() || (position == 0 && spacedBefore);
    int start = position;
    if (start >= text.length()) {
      return token(Kind.END, "", 0, start, spaced);
    }
    char c = text.charAt(start);
    if (directiveAt(start)) {
      return directive(start);
    }
    if (c == '"') {
      return token(Kind.TEXT, new Literals(this).doubleQuoted(), 0, start, spaced);
    }
    if (c == '\'') {
      return token(Kind.TEXT, new Literals(this).singleQuoted(), 0, start, spaced);
    }
    if (c == '$' || c == '@') {
      return reference(c, start, spaced);
    }
    if (isHex(c) || c == ':') {
      int end = Ipv6Text.end(text, start);
      if (end > start) {
        position = end;
        return token(Kind.IPV6, text.substring(start, end), 0, start, spaced);
      }
    }
    if (isDigit(c)) {
      return Numbers.scan(this, start, spaced);
    }
    if (isWordStart(c)) {
      return word(start, spaced);
    }
    return symbol(start, spaced);
  }

  /** The rest of the line, without comments cut off; {@code \} before the line end continues it. */
  String restOfLine(boolean continued) {
    StringBuilder rest = new StringBuilder();
    while (position < text.length() && text.charAt(position) != '\n') {
      char c = text.charAt(position);
      int lineEnd = lineEndAt(position + 1);
      if (continued && c == '\\' && lineEnd > 0) {
        position += 1 + lineEnd;
      } else {
        rest.append(c);
        position++;
      }
    }
    return rest.toString().strip();
  }

  /** Whether a line end follows the blanks here; the end of the text is none (script.md §2). */
  boolean onlyBlanksBeforeLineEnd() {
    int at = position;
    while (at < text.length() && " \t\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() && text.charAt(at) == '\n';
  }

  /** Moves to the next conditional directive in skipped text; null at the end of the text. */
  @Nullable Token skipToConditional() {
    for (; position < text.length(); position++) {
      if (directiveAt(position) && CONDITIONALS.contains(wordAt(position + 2))) {
        return directive(position);
      }
    }
    return null;
  }

  /** Whether the next token is a literal in double quotes. */
  boolean doubleQuoteFollows() {
    skipBlank();
    return text.startsWith("\"", position);
  }

  private Token directive(int start) {
    String word = wordAt(start + 2);
    position = start + 2 + word.length();
    return token(Kind.DIRECTIVE, word, 0, start, true);
  }

  private boolean directiveAt(int at) {
    boolean marked = text.startsWith("#!", at) || (text.startsWith("!!", at) && firstOnLine(at));
    return marked && DIRECTIVES.contains(wordAt(at + 2));
  }

  private boolean firstOnLine(int at) {
    int before = at - 1;
    while (before >= 0 && " \t\r".indexOf(text.charAt(before)) >= 0) {
      before--;
    }
    return before < 0 || text.charAt(before) == '\n';
  }

  private String wordAt(int at) {
    int end = at;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return at >= text.length() ? "" : text.substring(at, end);
  }

  private Token word(int start, boolean spaced) {
    String word = wordAt(start);
    position = start + word.length();
    Long number = Lexicon.numberWord(word);
    return number == null
        ? token(Kind.WORD, word, 0, start, spaced)
        : token(Kind.NUMBER, word, number, start, spaced);
  }

  private Token reference(char sign, int start, boolean spaced) {
    position =
        sign == '$' ? ReferenceText.variableEnd(text, start) : ReferenceText.selectEnd(text, start);
    if (position == start + 1) {
      return token(Kind.SYMBOL, String.valueOf(sign), 0, start, spaced);
    }
    if (position < 0) {
      position = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
      problem(
          "unclosed-variable", start, "')' is missing: the variable that begins here never ends");
    }
    return token(
        sign == '$' ? Kind.VARIABLE : Kind.SELECT,
        text.substring(start, position),
        0,
        start,
        spaced);
  }

  private Token symbol(int start, boolean spaced) {
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, start)) {
        position = start + symbol.length();
        return token(Kind.SYMBOL, symbol, 0, start, spaced);
      }
    }
    position = start + 1;
    problem("unexpected-character", start, "syntax error: unexpected character");
    return next();
  }

  /** Skips white space and comments; true when there was any. */
  private boolean skipBlank() {
    int before = position;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (isBlank(c)) {
        position++;
      } else if (c == '\\' && lineEndAt(position + 1) > 0) {
        position += 1 + lineEndAt(position + 1);
      } else if ((c == '#' && !directiveAt(position)) || text.startsWith("//", position)) {
        int end = text.indexOf('\n', position);
        position = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", position)) {
        skipNestedComment();
      } else {
        break;
      }
    }
    return position > before;
  }

  private void skipNestedComment() {
    int start = position;
    int depth = 0;
    do {
      if (text.startsWith("/*", position)) {
        depth++;
        position += 2;
      } else if (text.startsWith("*/", position)) {
        depth--;
        position += 2;
      } else {
        position++;
      }
    } while (depth > 0 && position < text.length());
    if (depth > 0) {
      position = text.length();
      problems.add(
          Problem.error(
              "unclosed-comment",
              new Span(source, start, start + 2),
              "unexpected EOF: " + depth + " comments open"));
    }
  }

  int lineEndAt(int at) {
    if (text.startsWith("\n", at)) {
      return 1;
    }
    return text.startsWith("\r\n", at) ? 2 : 0;
  }

  void problem(String code, int start, String message) {
    problems.add(Problem.error(code, span(start), message));
  }

  Token token(Kind kind, String value, long number, int start, boolean spaced) {
    return new Token(kind, value, number, span(start), spaced);
  }

  private Span span(int start) {
    return site != null ? site : new Span(source, start, position);
  }

  String text() {
    return text;
  }

  int position() {
    return position;
  }

  void moveTo(int offset) {
    position = offset;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\b' || c == '\n';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  static boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c);
  }
}

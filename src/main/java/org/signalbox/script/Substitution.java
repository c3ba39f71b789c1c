// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * {@code /regex/replacement/flags}: what {@code re.subst} and the functions of the subst family do
 * with a text (transformations.md §8). Immutable.
 */
public final class Substitution {
  private static final int LONGEST = 1 << 20;

  /** A piece of the replacement. */
  private interface Piece {
    void append(StringBuilder out, Matcher match, Frame frame);
  }

  private final Pattern pattern;
  private final Piece[] replacement;
  private final boolean all;

  private Substitution(Pattern pattern, List<Piece> replacement, boolean all) {
    this.pattern = pattern;
    this.replacement = replacement.toArray(Piece[]::new);
    this.all = all;
  }

  /**
   * Reads a substitution.
   *
   * @param expression its text; the first character is the delimiter
   * @param variables reads the variables in the replacement
   * @throws NotationException when a delimiter is missing or a part is malformed
   */
  public static Substitution parse(String expression, VariableParser variables)
      throws NotationException {
    return new Reader(expression, variables).read();
  }

  /**
   * Replaces the first match, or all.
   *
   * @return the input itself when nothing matches; failed when the result would be too long or the
   *     text is too hard for the expression
   */
  public Value apply(Value input, Frame frame) {
    String text = input.text();
    Matcher match = pattern.matcher(text);
    try {
      return match.find() ? replaced(text, match, frame) : input;
    } catch (StackOverflowError e) {
      return frame.fail("the value is too long for the regular expression");
    }
  }

  /**
   * A place of a text and what comes there.
   *
   * @param from in the text
   * @param to behind the place
   */
  public record Change(int from, int to, String text) {}

  /**
   * What it changes in a text, from front to back: the first match, or all. A match of nothing is
   * no change; a text that is too hard for the expression has none.
   */
  public List<Change> changes(String text, Frame frame) {
    Matcher match = pattern.matcher(text);
    List<Change> changes = new ArrayList<>();
    try {
      while ((all || changes.isEmpty()) && match.find()) {
        if (match.end() > match.start()) {
          changes.add(new Change(match.start(), match.end(), replacement(match, frame)));
        }
      }
    } catch (StackOverflowError e) {
      frame.fail("the text is too long for the regular expression");
    }
    return changes;
  }

  private String replacement(Matcher match, Frame frame) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : replacement) {
      piece.append(out, match, frame);
    }
    return out.toString();
  }

  private Value replaced(String text, Matcher match, Frame frame) {
    StringBuilder out = new StringBuilder(text.length() + 32);
    int done = 0;
    do {
      out.append(text, done, match.start());
      for (Piece piece : replacement) {
        piece.append(out, match, frame);
      }
      done = match.end();
      if (out.length() > LONGEST) {
        return frame.fail("the value would become too long");
      }
    } while (all && match.find());
    return Value.of(out.append(text, done, text.length()).toString());
  }

  /** Reads one; for one thread. */
  private static final class Reader {
    private final String text;
    private final VariableParser variables;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int at;

    Reader(String text, VariableParser variables) {
      this.text = text;
      this.variables = variables;
    }

    Substitution read() throws NotationException {
      if (text.isEmpty()) {
        throw wrong("a substitution is /regex/replacement/flags");
      }
      char delimiter = text.charAt(at++);
      int start = at;
      while (current() != delimiter) {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      String regex = text.substring(start, at++);
      replacement(delimiter);
      String flags = text.substring(at);
      for (; at < text.length(); at++) {
        if ("gis".indexOf(text.charAt(at)) < 0) {
          throw wrong("the flags of a substitution are g, i and s");
        }
      }
      return new Substitution(compiled(regex, flags), pieces, flags.indexOf('g') >= 0);
    }

    private Pattern compiled(String regex, String flags) throws NotationException {
      try {
        return PosixPattern.compile(regex, flags.indexOf('i') >= 0, flags.indexOf('s') < 0);
      } catch (PatternSyntaxException e) {
        String reason = "bad regular expression: " + e.getDescription();
        throw new NotationException("bad-regex", 1, reason);
      }
    }

    private void replacement(char delimiter) throws NotationException {
      while (current() != delimiter) {
        char c = text.charAt(at);
        if (c == '\\') {
          at++;
          escape(current(), delimiter);
          at++;
        } else if (c == '$') {
          VariableParser.Found found = variables.parse(text, at);
          variable(found.operand());
          at = found.end();
        } else {
          literal.append(c);
          at++;
        }
      }
      at++;
      endLiteral();
    }

    private void escape(char c, char delimiter) throws NotationException {
      int known = "nrt$\\".indexOf(c);
      if (c == delimiter) {
        literal.append(c);
      } else if (known >= 0) {
        literal.append("\n\r\t$\\".charAt(known));
      } else if (c == 'u') {
        variable(variables.parse("$ru", 0).operand());
      } else if (c >= '0' && c <= '9') {
        group(c - '0');
      } else {
        throw wrong("unknown escape \\" + c + " in a replacement");
      }
    }

    private void group(int number) {
      endLiteral();
      pieces.add(
          (out, match, frame) -> {
            if (number <= match.groupCount() && match.start(number) >= 0) {
              out.append(match.group(number));
            }
          });
    }

    private void variable(Operand operand) {
      endLiteral();
      pieces.add((out, match, frame) -> out.append(operand.value(frame).text()));
    }

    private void endLiteral() {
      if (literal.length() > 0) {
        String constant = literal.toString();
        pieces.add((out, match, frame) -> out.append(constant));
        literal.setLength(0);
      }
    }

    private char current() throws NotationException {
      if (at >= text.length()) {
        at = text.length();
        throw wrong("a delimiter of the substitution is missing");
      }
      return text.charAt(at);
    }

    private NotationException wrong(String reason) {
      return new NotationException("bad-substitution", at, reason);
    }
  }
}

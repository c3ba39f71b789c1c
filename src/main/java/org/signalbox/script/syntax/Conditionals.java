// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.Problem;
import org.signalbox.script.Problems;
import org.signalbox.script.Span;

/** The open {@code #!ifdef}s of one load. */
final class Conditionals {
  /** Kamailio's own bound. */
  private static final int DEEPEST = 512;

  private final Deque<Token> open = new ArrayDeque<>();
  private final Problems problems;
  private int surplus;
  private @Nullable Token firstSurplus;
  private @Nullable Token lastIgnored;

  Conditionals(Problems problems) {
    this.problems = problems;
  }

  /** Notes that one begins; false when there are too many. */
  boolean open(Token directive) {
    if (open.size() >= DEEPEST) {
      problems.add(
          Problem.error("ifdef-depth", directive.span(), "too many nested #!if[n]def directives"));
      return false;
    }
    open.push(directive);
    return true;
  }

  /** Notes an {@code #!else} in taken text; true when the text behind it is to be skipped. */
  boolean otherwise(Token directive) {
    if (open.isEmpty()) {
      problems.add(
          Problem.warning(
              "stray-else",
              directive.span(),
              "invalid position for preprocessor directive 'else' - at cfg line "
                  + directive.span().line()));
      return false;
    }
    return true;
  }

  /** Notes that one ends. */
  void close(Token directive) {
    if (open.poll() == null) {
      surplus++;
      firstSurplus = firstSurplus == null ? directive : firstSurplus;
      problems.add(
          Problem.warning(
              "stray-endif",
              directive.span(),
              "invalid position for preprocessor directive 'endif' - at cfg line "
                  + directive.span().line()));
    }
  }

  /** Notes a directive that is a comment because more stands on its line. */
  void ignored(Token directive) {
    lastIgnored = directive;
  }

  /** Called at the end of the main file. */
  void checkBalance(Span end) {
    int missing = open.size() - surplus;
    if (missing == 0) {
      return;
    }
    Token innermost = missing > 0 ? open.peek() : firstSurplus;
    String counts =
        missing > 0
            ? missing + " more #!if[n]def as #!endif"
            : -missing + " more #!endif as #!if[n]def";
    problems.add(
        Problem.error(
                "unbalanced-ifdef",
                innermost == null ? end : innermost.span(),
                "different number of preprocessor directives: " + counts)
            .helped(
                lastIgnored == null
                    ? null
                    : "#!%s at %s does not count: only blanks and a line end may follow it"
                        .formatted(lastIgnored.text(), lastIgnored.span())));
  }
}

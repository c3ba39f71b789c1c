// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

/**
 * Writes problems for people: Kamailio's line, which people search for, then the place, the source
 * line and a caret.
 */
public final class ProblemReport {
  private static final int LONGEST_LINE = 160;

  private ProblemReport() {}

  /** Every problem, then the counts; empty when there is none. */
  public static String of(Problems problems) {
    StringBuilder out = new StringBuilder();
    problems.list().forEach(problem -> write(problem, out));
    if (problems.dropped() > 0) {
      out.append("... and ").append(problems.dropped()).append(" more\n");
    }
    if (problems.errors() > 0) {
      out.append("ERROR: bad config file (")
          .append(problems.errors())
          .append(problems.errors() == 1 ? " error" : " errors")
          .append(") (parsing code: 1)\n");
    } else if (problems.warnings() > 0) {
      out.append("WARNING: ").append(problems.warnings()).append(" config warnings\n");
    }
    return out.toString();
  }

  /** One problem. */
  public static String of(Problem problem) {
    StringBuilder out = new StringBuilder();
    write(problem, out);
    return out.toString();
  }

  private static void write(Problem problem, StringBuilder out) {
    Span span = problem.span();
    if (problem.cause() != null) {
      out.append("ERROR: ").append(problem.cause()).append('\n');
    }
    out.append(problem.isError() ? "CRITICAL: parse error" : "WARNING: warning")
        .append(" in config file ")
        .append(span.source().name())
        .append(", ")
        .append(place(span))
        .append(": ")
        .append(problem.message())
        .append('\n');
    out.append(" --> ").append(span).append(" [").append(problem.code()).append("]\n");
    quote(span, out);
    if (problem.help() != null) {
      out.append("  = ").append(problem.help()).append('\n');
    }
  }

  private static String place(Span span) {
    if (span.line() != span.endLine()) {
      return "from line %d, column %d to line %d, column %d"
          .formatted(span.line(), span.column(), span.endLine(), span.endColumn());
    }
    return span.column() == span.endColumn()
        ? "line %d, column %d".formatted(span.line(), span.column())
        : "line %d, column %d-%d".formatted(span.line(), span.column(), span.endColumn());
  }

  private static void quote(Span span, StringBuilder out) {
    String line = visible(span.source().lineText(span.line()));
    String number = String.valueOf(span.line());
    int from = span.column() - 1;
    int cut = Math.max(0, from - LONGEST_LINE / 2);
    int until = Math.min(line.length(), cut + LONGEST_LINE);
    out.append("  ").append(number).append(" | ").append(line, cut, until).append('\n');
    int width =
        span.line() == span.endLine() ? span.endColumn() - span.column() + 1 : line.length() - from;
    out.append("  ")
        .append(" ".repeat(number.length()))
        .append(" | ")
        .append(" ".repeat(from - cut))
        .append("^".repeat(Math.max(1, Math.min(width, until - from))))
        .append('\n');
  }

  /**
   * The line with every control character as one blank, so that the caret stays below its column.
   */
  private static String visible(String line) {
    StringBuilder out = new StringBuilder(line.length());
    line.chars().forEach(c -> out.append(c < ' ' || c == 127 ? ' ' : (char) c));
    return out.toString();
  }
}

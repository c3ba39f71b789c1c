// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

/**
 * A piece of a source, for messages and run-time positions.
 *
 * @param source where it is
 * @param start offset of its first character
 * @param end offset behind its last character; equal to start for a place between characters
 */
public record Span(Source source, int start, int end) {

  /** From the start of one span to the end of another of the same source. */
  public static Span between(Span first, Span last) {
    return first.source == last.source && last.end >= first.start
        ? new Span(first.source, first.start, last.end)
        : first;
  }

  /** The line of its first character, from 1. */
  public int line() {
    return source.line(start);
  }

  /** The column of its first character, from 1. */
  public int column() {
    return source.column(start);
  }

  /** The line of its last character. */
  public int endLine() {
    return source.line(last());
  }

  /** The column of its last character. */
  public int endColumn() {
    return source.column(last());
  }

  private int last() {
    return Math.max(start, end - 1);
  }

  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return source.name() + ":" + line() + ":" + column();
  }
}

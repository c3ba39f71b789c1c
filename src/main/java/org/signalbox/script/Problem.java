// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import org.jspecify.annotations.Nullable;

/**
 * One mistake in a file, told so that it can be found and mended.
 *
 * @param severity whether the file can still be used
 * @param code a short name that stays the same when the wording changes: {@code unknown-parameter}
 * @param span the offending piece
 * @param message what is wrong, in Kamailio's words where script.md §3 gives them
 * @param cause a line that precedes the message, where Kamailio prints one more
 * @param help what to do, or the name that was probably meant
 */
public record Problem(
    Severity severity,
    String code,
    Span span,
    String message,
    @Nullable String cause,
    @Nullable String help) {

  /** Whether the file can still be used. */
  public enum Severity {
    WARNING,
    ERROR
  }

  /** A mistake that needs no further words. */
  public static Problem error(String code, Span span, String message) {
    return new Problem(Severity.ERROR, code, span, message, null, null);
  }

  /** Something odd that does no harm. */
  public static Problem warning(String code, Span span, String message) {
    return new Problem(Severity.WARNING, code, span, message, null, null);
  }

  /** The same with the line that precedes it. */
  public Problem because(@Nullable String why) {
    return new Problem(severity, code, span, message, why, help);
  }

  /** The same with advice. */
  public Problem helped(@Nullable String advice) {
    return new Problem(severity, code, span, message, cause, advice);
  }

  /** Whether the file cannot be used. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}

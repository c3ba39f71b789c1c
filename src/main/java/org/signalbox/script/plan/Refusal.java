// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.plan;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.Problem;
import org.signalbox.script.Span;

/**
 * Why a line of a file cannot be obeyed: a {@link Problem} without its place.
 *
 * @param code as in {@link Problem#code()}
 * @param message as in {@link Problem#message()}
 * @param cause as in {@link Problem#cause()}
 * @param help as in {@link Problem#help()}
 */
public record Refusal(String code, String message, @Nullable String cause, @Nullable String help) {

  /** The problem at its place. */
  public Problem at(Span span) {
    return Problem.error(code, span, message).because(cause).helped(help);
  }
}

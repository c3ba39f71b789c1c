// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import org.jspecify.annotations.Nullable;

/**
 * A variable, transformation or text that cannot be read. Whoever knows where the text stands in
 * its file makes a {@link Problem} of it.
 */
public final class NotationException extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;
  private final int offset;
  private final String reason;
  private final @Nullable String help;

  /**
   * Tells of a mistake.
   *
   * @param code a short name, as {@link Problem#code}
   * @param offset where in the text it is
   * @param reason what is wrong
   * @param help what to do, if there is more to say
   */
  public NotationException(String code, int offset, String reason, @Nullable String help) {
    super(reason, null, false, false);
    this.code = code;
    this.offset = offset;
    this.reason = reason;
    this.help = help;
  }

  public NotationException(String code, int offset, String reason) {
    this(code, offset, reason, null);
  }

  /** A short name that stays the same when the wording changes. */
  public String code() {
    return code;
  }

  /** The offset of the mistake in the text that was read. */
  public int offset() {
    return offset;
  }

  /** What is wrong. */
  public String reason() {
    return reason;
  }

  /** What to do, if there is more to say. */
  public @Nullable String help() {
    return help;
  }

  /** The same mistake in a text of which the one read is a part that begins at {@code start}. */
  public NotationException within(int start) {
    return new NotationException(code, start + offset, reason, help);
  }
}

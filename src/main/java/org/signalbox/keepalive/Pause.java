// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing is pinged for a while.
 *
 * @param reason for operators; may be empty
 * @param until when it ends by itself; null for never
 * @param since when it began
 * @param by who asked for it
 */
public record Pause(String reason, @Nullable Instant until, Instant since, String by) {

  static Pause from(Instant now, String reason, @Nullable Duration length, String by) {
    return new Pause(reason, length == null ? null : now.plus(length), now, by);
  }

  /** Whether it lasts at that time. */
  public boolean lasts(Instant now) {
    return until == null || now.isBefore(until);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one destination's health, and why.
 *
 * @param state as scripts and RPC see it
 * @param since when it entered that state
 * @param failures in a row, reset by a success
 * @param lastUp the last success; null for never
 * @param lastDown the last failure; null for never
 * @param last the ping that decided; null before the first one finished
 */
public record Health(
    DestinationState state,
    Instant since,
    int failures,
    @Nullable Instant lastUp,
    @Nullable Instant lastDown,
    @Nullable PingResult last) {

  /** A destination that was just added. */
  static Health unknown(Instant added) {
    return new Health(DestinationState.UNKNOWN, added, 0, null, null, null);
  }

  /** The same with the failures forgotten, as adding it again does. */
  Health withoutFailures() {
    return failures == 0 ? this : new Health(state, since, 0, lastUp, lastDown, last);
  }

  /** Why it is in this state, for operators; never empty. */
  public String why() {
    PingResult decided = last;
    return decided == null ? "not pinged yet" : decided.outcome().why();
  }
}

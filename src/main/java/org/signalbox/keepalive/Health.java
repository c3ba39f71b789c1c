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
 * @param successes in a row, reset by a failure
 * @param lastUp the last success; null for never
 * @param lastDown the last failure; null for never
 * @param last the ping that was heard last; null before the first one finished
 * @param held whether it stays down although it answers, because it has changed too often
 */
public record Health(
    DestinationState state,
    Instant since,
    int failures,
    int successes,
    @Nullable Instant lastUp,
    @Nullable Instant lastDown,
    @Nullable PingResult last,
    boolean held) {

  /** A destination that was just added. */
  static Health unknown(Instant added) {
    return new Health(DestinationState.UNKNOWN, added, 0, 0, null, null, null, false);
  }

  /** The same with the failures forgotten, as adding it again does. */
  Health withoutFailures() {
    return failures == 0
        ? this
        : new Health(state, since, 0, successes, lastUp, lastDown, last, held);
  }

  /** The same with a result that decides nothing, but explains. */
  Health having(PingResult result) {
    return new Health(state, since, failures, successes, lastUp, lastDown, result, held);
  }

  /** Whether the latest results contradict the state, or there is none yet. */
  boolean inDoubt() {
    return switch (state) {
      case UNKNOWN -> true;
      case UP -> failures > 0;
      case DOWN -> successes > 0;
    };
  }

  /** Why it is in this state, for operators; never empty. */
  public String why() {
    PingResult decided = last;
    if (decided == null) {
      return "not pinged yet";
    }
    String why = decided.outcome().why();
    if (held) {
      return "held down, it changes too often: " + why;
    }
    int row = Math.max(failures, successes);
    return inDoubt() && row > 0 ? why + ", " + row + " in a row" : why;
  }
}

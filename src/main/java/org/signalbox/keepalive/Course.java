// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a destination, or one address of it, fares: its health now, its latest round trips and
 * changes. Guarded by the destination; the health may be read without.
 */
final class Course {
  private static final int LONGEST_WHY = 200;

  private volatile Health health;
  private @Nullable RoundTrips roundTrips;
  private @Nullable ChangeHistory history;

  Course(Instant since) {
    health = Health.unknown(since);
  }

  Health health() {
    return health;
  }

  void forgetFailures() {
    health = health.withoutFailures();
  }

  /** Takes the result of a ping into account. */
  void take(PingResult result, HealthPolicy policy) {
    Health before = health;
    Duration roundTrip = result.outcome().roundTrip();
    if (roundTrip != null) {
      if (roundTrips == null) {
        roundTrips = new RoundTrips();
      }
      roundTrips.add(roundTrip);
    }
    Health after = HealthRule.after(before, result, policy, history);
    health = after;
    if (before.state() != after.state()) {
      remember(
          new StateChange(
              result.at(), before.state(), after.state(), result.outcome().code(), why(after)));
    }
  }

  private void remember(StateChange change) {
    if (history == null) {
      history = new ChangeHistory();
    }
    history.add(change);
  }

  List<StateChange> history() {
    return history == null ? List.of() : history.toList();
  }

  /** In microseconds, oldest first. */
  int[] roundTrips() {
    return roundTrips == null ? new int[0] : roundTrips.toArray();
  }

  /** Sixteen of them are kept, and a name may stand for sixteen addresses. */
  private static String why(Health health) {
    String why = health.why();
    return why.length() > LONGEST_WHY ? why.substring(0, LONGEST_WHY) + "..." : why;
  }
}

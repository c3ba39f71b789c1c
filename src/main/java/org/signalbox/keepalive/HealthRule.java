// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns the result of one ping into a verdict: a pure function of history and result. */
final class HealthRule {

  private HealthRule() {}

  /**
   * A success that the policy accepts speaks for up, everything else for down; so many in a row as
   * the policy asks for decide.
   *
   * <p>With an interval shorter than the time-out several pings are under way at once. The silence
   * of an older one is no news once a younger one was heard, so it changes nothing; nor does a
   * request that this server was too busy to send.
   *
   * @param changes of state until now; null for none
   */
  static Health after(
      Health before, PingResult result, HealthPolicy policy, @Nullable ChangeHistory changes) {
    PingResult last = before.last();
    boolean old = last != null && last.number() > result.number();
    if (old || !result.outcome().telling()) {
      return before;
    }
    if (!policy.heeds(result.outcome())) {
      return before.having(result);
    }
    return policy.accepts(result.outcome())
        ? succeeded(before, result, policy, changes)
        : failed(before, result, policy);
  }

  private static Health succeeded(
      Health before, PingResult result, HealthPolicy policy, @Nullable ChangeHistory changes) {
    int successes = oneMore(before.successes());
    boolean up = before.state() == DestinationState.UP;
    boolean held = before.state() == DestinationState.DOWN && flaps(result.at(), policy, changes);
    boolean rises = !up && !held && successes >= policy.ups();
    return new Health(
        rises ? DestinationState.UP : before.state(),
        rises ? result.at() : before.since(),
        0,
        successes,
        result.at(),
        before.lastDown(),
        result,
        held);
  }

  private static Health failed(Health before, PingResult result, HealthPolicy policy) {
    int failures = oneMore(before.failures());
    boolean falls = before.state() != DestinationState.DOWN && failures >= policy.downs();
    return new Health(
        falls ? DestinationState.DOWN : before.state(),
        falls ? result.at() : before.since(),
        failures,
        0,
        before.lastUp(),
        result.at(),
        result,
        false);
  }

  /** Years of pings ten times a second must not wrap around. */
  private static int oneMore(int row) {
    return row == Integer.MAX_VALUE ? row : row + 1;
  }

  private static boolean flaps(Instant now, HealthPolicy policy, @Nullable ChangeHistory changes) {
    return policy.flapLimit() > 0
        && changes != null
        && changes.after(now.minus(policy.flapWindow())) >= policy.flapLimit();
  }
}

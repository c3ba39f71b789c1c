// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/** Turns the result of one ping into a verdict: a pure function of history and result. */
final class HealthRule {

  private HealthRule() {}

  /**
   * 2xx is up, everything else is down, and one ping is enough for either.
   *
   * <p>With an interval shorter than the time-out several pings are under way at once. The silence
   * of an older one is no news once a younger one was heard, so it changes nothing; nor does a
   * request that this server was too busy to send.
   */
  static Health after(Health before, PingResult result) {
    PingResult last = before.last();
    boolean old = last != null && last.number() > result.number();
    if (old || !result.outcome().telling()) {
      return before;
    }
    if (result.outcome().success()) {
      return new Health(
          DestinationState.UP,
          before.state() == DestinationState.UP ? before.since() : result.at(),
          0,
          result.at(),
          before.lastDown(),
          result);
    }
    return new Health(
        DestinationState.DOWN,
        before.state() == DestinationState.DOWN ? before.since() : result.at(),
        Math.addExact(before.failures(), 1),
        before.lastUp(),
        result.at(),
        result);
  }
}

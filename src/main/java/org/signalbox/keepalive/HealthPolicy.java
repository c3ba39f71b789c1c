// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;

/**
 * What is made of the results of pings. Immutable.
 *
 * @param successes the codes that mean a destination is well
 * @param ups how many successes in a row take it up, from 1
 * @param downs how many failures in a row take it down, from 1
 * @param unsendableIsDown whether a request that cannot be sent is a failure; else it says nothing
 * @param flapLimit with so many changes within the window it is not taken up again; 0: never held
 * @param flapWindow the window, above 0
 */
public record HealthPolicy(
    SuccessCodes successes,
    int ups,
    int downs,
    boolean unsendableIsDown,
    int flapLimit,
    Duration flapWindow) {

  /** Kamailio's; but what cannot be sent to is down. */
  public static final HealthPolicy DEFAULT =
      new HealthPolicy(SuccessCodes.DEFAULT, 1, 1, true, 0, Duration.ofSeconds(60));

  /** Whether an outcome means that the destination, or one address of it, is well. */
  public boolean accepts(PingOutcome outcome) {
    if (outcome instanceof PingOutcome.Several several) {
      return several.targets().stream().anyMatch(target -> accepts(target.outcome()));
    }
    return outcome instanceof PingOutcome.Answered answered && successes.contains(answered.code());
  }

  /** Whether an outcome says anything about the destination. */
  boolean heeds(PingOutcome outcome) {
    if (outcome instanceof PingOutcome.Several several) {
      return several.targets().stream().anyMatch(target -> heeds(target.outcome()));
    }
    return outcome.telling() && (unsendableIsDown || !(outcome instanceof PingOutcome.Unsendable));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import org.signalbox.timer.TimerNode;

/** Timers A, E and G: an interval that doubles up to a ceiling. Guarded by its transaction. */
final class Retransmission extends TimerNode {

  private final Transaction owner;
  private final long ceiling;
  private long interval;

  /**
   * @param interval nanoseconds until the first
   * @param ceiling the longest interval, in nanoseconds
   */
  Retransmission(Transaction owner, long interval, long ceiling) {
    this.owner = owner;
    this.interval = interval;
    this.ceiling = ceiling;
  }

  /** Doubles the interval and returns it. */
  long doubled() {
    interval = Math.min(2 * interval, ceiling);
    return interval;
  }

  /** Goes to the ceiling at once and returns it: a non-INVITE after its first provisional. */
  long slowed() {
    interval = ceiling;
    return interval;
  }

  @Override
  protected void expired() {
    owner.retransmit(this);
  }
}

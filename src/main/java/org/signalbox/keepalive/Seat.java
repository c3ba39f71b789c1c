// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.signalbox.timer.TimerNode;

/**
 * A place in the {@link PingSchedule}: whoever wants to be called at intervals extends it, and
 * being scheduled allocates nothing. Its fields are guarded by the schedule.
 */
abstract class Seat extends TimerNode {
  private final PingSchedule schedule;

  /**
   * Where its load is counted; null while it is not scheduled. Read without the guard for display.
   */
  volatile @Nullable PhaseRing ring;

  /** Slot of the ring. */
  int slot;

  /** When the next call is due, on the monotonic clock. */
  long due;

  /** The interval under which it was scheduled, in nanoseconds. */
  long length;

  Seat(PingSchedule schedule) {
    this.schedule = schedule;
  }

  /** Between two calls; zero for one call only. May change from call to call. */
  abstract Duration interval();

  /** By how much the next call may be late, in nanoseconds. */
  long lateness(long interval) {
    return 0;
  }

  /** Asked when a call is due; false ends the calls until it is scheduled again. */
  abstract boolean wanted();

  /** The call, on the ticking thread, with no lock held. */
  abstract void ping();

  @Override
  protected final void expired() {
    schedule.due(this);
  }
}

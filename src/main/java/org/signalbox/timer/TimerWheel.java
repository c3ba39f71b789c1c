// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

/** The one timer wheel: O(1) start and cancel from any thread, driven by one thread. */
public final class TimerWheel {
  public TimerWheel(TimeSource time) {
    throw new UnsupportedOperationException(time.toString());
  }

  /**
   * Starts (or restarts) a node.
   *
   * @param node the timer
   * @param delayNanos from now, at least 0; never expires early, and late by at most one tick
   */
  public void start(TimerNode node, long delayNanos) {
    throw new UnsupportedOperationException();
  }

  /** Stops a node; true when it was waiting and will not expire any more. */
  public boolean cancel(TimerNode node) {
    throw new UnsupportedOperationException();
  }

  /**
   * Runs what is due now; called by the driving thread (or a test) only. Returns how many expired.
   */
  public int advance() {
    throw new UnsupportedOperationException();
  }
}

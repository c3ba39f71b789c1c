// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

/**
 * A one-shot timer that is also its own list node: extend it, and starting it allocates nothing.
 *
 * <p>It waits on one wheel only, all its life. Its fields belong to the wheel and are guarded by
 * the stripe it was born on.
 */
public abstract class TimerNode {
  static final short IDLE = -1;

  /** Fixed at birth, so that every thread takes the same lock for this node. */
  final byte stripe = (byte) Thread.currentThread().getId();

  /** Index of the list it hangs in; a short keeps the whole node at 32 bytes. */
  short slot = IDLE;

  long deadline;
  TimerNode previous = this;
  TimerNode next = this;

  /** A node that runs an action; for callers to whom one more object does not matter. */
  public static TimerNode running(Runnable action) {
    return new TimerNode() {
      @Override
      protected void expired() {
        action.run();
      }
    };
  }

  /**
   * Runs on the thread that drives the wheel, outside every lock of it, once per start. Must not
   * block; may start or cancel any node, itself included. What it throws is logged and harms no
   * other node.
   */
  protected abstract void expired();
}

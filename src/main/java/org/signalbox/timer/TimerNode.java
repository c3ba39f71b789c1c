// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

/**
 * A one-shot timer that is also its own list node: extend it, and starting it allocates nothing.
 *
 * <p>Fields belong to the wheel and are guarded by it. A node waits on at most one wheel at a time.
 */
public abstract class TimerNode {

  /**
   * Runs on the thread that drives the wheel, outside every lock of it, once per start. Must not
   * block; may start or cancel any node, itself included.
   */
  protected abstract void expired();
}

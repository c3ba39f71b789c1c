// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

/** What a periodic timer runs. */
@FunctionalInterface
public interface TickHandler {

  /**
   * Called once per period, never twice at a time, on the executor of its timer.
   *
   * @param seconds since the start of the server
   */
  void tick(long seconds);
}

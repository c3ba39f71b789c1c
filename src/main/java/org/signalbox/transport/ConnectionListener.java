// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

/** Hears of every connection's end. */
@FunctionalInterface
public interface ConnectionListener {

  /**
   * Called exactly once for each connection that was ever in the table, after its last message, on
   * a thread that handles messages and without a lock; must hand over what takes long.
   */
  void closed(ConnectionClosed event);
}

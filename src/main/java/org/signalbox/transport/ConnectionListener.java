// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

/** Hears of every connection's end. */
@FunctionalInterface
public interface ConnectionListener {

  /** For those who do not care. */
  ConnectionListener IGNORE = closed -> {};

  /**
   * Called exactly once for each connection that was ever in the table, after its last message, on
   * an I/O thread and without a lock; must hand over what takes long.
   */
  void closed(ConnectionClosed event);
}

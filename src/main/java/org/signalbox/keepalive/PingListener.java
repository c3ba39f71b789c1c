// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/** Learns what came of one ping. */
@FunctionalInterface
public interface PingListener {

  /**
   * Called on any thread; does not block. Only the first call counts: an answer after the time-out
   * is no answer.
   */
  void finished(PingOutcome outcome);
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

/** Learns what became of one message. */
@FunctionalInterface
public interface SendListener {

  /**
   * For senders that do not care: a lost stateless reply is repeated by the peer's retransmission.
   */
  SendListener IGNORE = outcome -> {};

  /** Called exactly once, on the sending thread or on an I/O thread; must not block. */
  void outcome(SendOutcome outcome);
}

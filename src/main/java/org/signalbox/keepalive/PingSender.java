// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/**
 * Sends pings: the way out of this room. Thread-safe; never blocks, not even to resolve a name.
 *
 * <p>The production one runs each OPTIONS through a client transaction.
 */
public interface PingSender {

  /**
   * Sends one OPTIONS and waits for its final answer without a thread.
   *
   * @param request what to send
   * @param listener told once what came of it; may be told before this returns
   */
  void send(PingRequest request, PingListener listener);
}

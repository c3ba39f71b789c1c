// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.signalbox.lock.LockSet;
import org.signalbox.lock.SimpleLock;
import org.signalbox.sip.SipMessage;

/**
 * Keeps the messages of one Call-ID apart while their routes run ({@code route_locks_size}).
 * Thread-safe.
 */
final class RouteLocks {
  /** Longer than any route may take; then it is better to run beside another than never. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final @Nullable LockSet locks;

  /**
   * @param size 0 for messages that run side by side
   */
  RouteLocks(int size) {
    locks = size <= 0 ? null : new LockSet(Math.min(size, LockSet.MAX_SIZE));
  }

  /** Waits for the turn of a message; null when nobody has to wait. */
  @Nullable SimpleLock taken(SipMessage message) {
    String callId = locks == null ? null : message.callId();
    if (locks == null || callId == null) {
      return null;
    }
    SimpleLock lock = locks.of(callId);
    return lock.lock(PATIENCE) ? lock : null;
  }

  /** Lets the next one run. */
  static void free(@Nullable SimpleLock lock) {
    if (lock != null) {
      lock.release();
    }
  }
}

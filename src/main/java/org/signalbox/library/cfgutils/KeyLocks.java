// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.cfgutils;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.signalbox.lock.LockSet;
import org.signalbox.lock.SimpleLock;
import org.signalbox.script.Span;
import org.signalbox.script.run.Frame;

/**
 * Locks that scripts take by key. Each key has a lock of its own, so that two keys never wait for
 * each other; it exists while somebody has it or waits for it. A lock belongs to no message: what a
 * suspended one has locked another may unlock. Thread-safe.
 */
final class KeyLocks {
  private static final int LARGEST = 20;

  private final Map<String, KeyLock> locks = new ConcurrentHashMap<>();
  private volatile int most;
  private volatile Duration patience = Duration.ZERO;

  /** A lock and who wants it. */
  private static final class KeyLock {
    private final SimpleLock lock = new SimpleLock();

    /** Who has it or waits for it; changed only while the map holds the entry. */
    private int users;

    private volatile @Nullable Span holder;
  }

  /** What is wrong with the exponent of the size, or null. */
  static @Nullable String problem(long exponent) {
    return exponent < 0 || exponent > LARGEST ? "it must be 0 to " + LARGEST : null;
  }

  /**
   * Allows as many keys at a time.
   *
   * @param exponent of 2; 0 allows none
   */
  void begin(int exponent, Duration waiting) {
    most = exponent == 0 ? 0 : LockSet.MAX_SIZE;
    patience = waiting;
  }

  int lock(Frame frame, String key) {
    return take(frame, key, patience);
  }

  int tryLock(Frame frame, String key) {
    return take(frame, key, Duration.ZERO);
  }

  int unlock(Frame frame, String key) {
    if (most == 0) {
      return unavailable(frame);
    }
    KeyLock lock = locks.get(key);
    if (lock != null && lock.lock.release()) {
      leave(key);
    }
    return 1;
  }

  /** How many keys somebody has or waits for. */
  int inUse() {
    return locks.size();
  }

  private int take(Frame frame, String key, Duration waiting) {
    if (most == 0) {
      return unavailable(frame);
    }
    if (locks.size() >= most) {
      frame.error("more than " + most + " keys are locked; does the script unlock them all?");
      return -1;
    }
    KeyLock lock = join(key);
    if (waiting.isZero() ? lock.lock.tryLock() : lock.lock.lock(waiting)) {
      lock.holder = frame.place();
      return 1;
    }
    if (!waiting.isZero()) {
      frame.error("waited in vain for a lock that was taken at " + lock.holder);
    }
    leave(key);
    return -1;
  }

  @SuppressWarnings("NullAway") // the function never gives null
  private KeyLock join(String key) {
    return locks.compute(
        key,
        (k, known) -> {
          KeyLock lock = known == null ? new KeyLock() : known;
          lock.users++;
          return lock;
        });
  }

  private void leave(String key) {
    locks.computeIfPresent(key, (k, lock) -> --lock.users == 0 ? null : lock);
  }

  private static int unavailable(Frame frame) {
    frame.error("there are no locks: set modparam(\"cfgutils\", \"lock_set_size\", 8)");
    return -1;
  }
}

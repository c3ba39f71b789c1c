// SPDX-License-Identifier: Apache-2.0
package org.signalbox.lock;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * A lock that belongs to no thread: a script may take it, wait elsewhere, and release it on another
 * worker. Therefore not recursive: taking it twice waits for a release.
 */
public final class SimpleLock {
  private final Sync sync = new Sync();

  /**
   * Takes the lock, waiting for it as long as told.
   *
   * @param atMost how long to wait; a request must not wait for ever
   * @return whether the lock is now taken; false also when the thread was interrupted, which it
   *     then still is
   */
  public boolean lock(Duration atMost) {
    if (tryLock()) {
      return true;
    }
    try {
      return sync.tryAcquireNanos(1, TimeUnit.NANOSECONDS.convert(atMost));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Takes the lock if it is free; never waits. */
  public boolean tryLock() {
    return sync.tryAcquire(1);
  }

  /** Frees the lock, from any thread; false when it was free already. */
  public boolean release() {
    return sync.release(1);
  }

  /** Whether somebody has it, for display. */
  public boolean taken() {
    return sync.taken();
  }

  /** How many threads wait for it, for display. */
  public int waiting() {
    return sync.getQueueLength();
  }

  private static final class Sync extends AbstractQueuedSynchronizer {
    @Override
    protected boolean tryAcquire(int ignored) {
      return compareAndSetState(0, 1);
    }

    @Override
    protected boolean tryRelease(int ignored) {
      return compareAndSetState(1, 0);
    }

    boolean taken() {
      return getState() != 0;
    }
  }
}

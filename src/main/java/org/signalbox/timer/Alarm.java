// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Wakes the driving thread, and only when something earlier than it waits for was started.
 *
 * <p>The sleeper first asks to be woken for anything, then looks at the stripes, then names its
 * tick: whatever is started after the look finds the request.
 */
final class Alarm {
  private static final long AWAKE = Long.MIN_VALUE;

  private final AtomicLong until = new AtomicLong(AWAKE);
  private volatile @Nullable Thread sleeper;

  void sleeper(Thread thread) {
    sleeper = thread;
  }

  /** Told by whoever starts a node. One of many starters wins, the others pay one read. */
  void started(long tick) {
    long set = until.get();
    if (tick < set && until.compareAndSet(set, AWAKE)) {
      ring();
    }
  }

  void ring() {
    Thread thread = sleeper;
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }

  void sleep(TimerWheel wheel) {
    until.set(Stripe.NEVER);
    long tick = wheel.nextTick();
    if (until.compareAndSet(Stripe.NEVER, tick)) {
      LockSupport.parkNanos(this, wheel.nanosUntil(tick));
    }
    until.set(AWAKE);
  }
}

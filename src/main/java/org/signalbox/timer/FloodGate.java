// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Lets one log line through per interval and counts what it stands for: what peers do wrong must
 * not fill the log. Thread-safe.
 */
public final class FloodGate {

  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);

  private final TimeSource time;
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong nextAt;

  /** Open for the first one. */
  public FloodGate(TimeSource time) {
    this.time = time;
    this.nextAt = new AtomicLong(time.nanos());
  }

  /** Counts one; how many there were since the last line when it is time for one, else 0. */
  public long pass() {
    count.incrementAndGet();
    long due = nextAt.get();
    long now = time.nanos();
    return now - due >= 0 && nextAt.compareAndSet(due, now + INTERVAL) ? count.getAndSet(0) : 0;
  }

  /** Counts one, and has the line written with their number when it is time. */
  public void pass(LongConsumer line) {
    long times = pass();
    if (times > 0) {
      line.accept(times);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.signalbox.timer.TimeSource;

/** Lets one log line through per interval and counts what it stands for. Thread-safe. */
final class FloodGate {

  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);

  private final TimeSource time;
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong nextAt;

  FloodGate(TimeSource time) {
    this.time = time;
    this.nextAt = new AtomicLong(time.nanos());
  }

  /** Counts one; how many there were since the last line when it is time for one, else 0. */
  long pass() {
    count.incrementAndGet();
    long due = nextAt.get();
    long now = time.nanos();
    return now - due >= 0 && nextAt.compareAndSet(due, now + INTERVAL) ? count.getAndSet(0) : 0;
  }
}

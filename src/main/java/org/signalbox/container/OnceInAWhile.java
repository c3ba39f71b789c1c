// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.signalbox.timer.TimeSource;

/** Lets a line into the log at once and then at most every 30 seconds, with a count. */
final class OnceInAWhile {
  private static final long QUIET_NANOS = Duration.ofSeconds(30).toNanos();

  private final TimeSource time;
  private final LongAdder count = new LongAdder();
  private final AtomicLong due;

  OnceInAWhile(TimeSource time) {
    this.time = time;
    this.due = new AtomicLong(time.nanos());
  }

  /** How often it has happened since the last line; 0 when none is due. */
  long pass() {
    count.increment();
    long now = time.nanos();
    long next = due.get();
    return now - next >= 0 && due.compareAndSet(next, now + QUIET_NANOS) ? count.sumThenReset() : 0;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import org.signalbox.timer.TimeSource;

/** Says that something keeps going wrong: at once, then at most once per interval with a count. */
final class Complaint {

  private static final long INTERVAL_NANOS = 10_000_000_000L;

  private final TimeSource time;
  private final LongConsumer log;
  private final LongAdder count = new LongAdder();
  private final AtomicLong next;

  /**
   * @param log gets how many times it has gone wrong since the last line
   */
  Complaint(TimeSource time, LongConsumer log) {
    this.time = time;
    this.log = log;
    this.next = new AtomicLong(time.nanos());
  }

  void raise() {
    count.increment();
    long now = time.nanos();
    long due = next.get();
    if (now - due >= 0 && next.compareAndSet(due, now + INTERVAL_NANOS)) {
      log.accept(count.sumThenReset());
    }
  }
}

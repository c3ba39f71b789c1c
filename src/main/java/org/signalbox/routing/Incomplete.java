// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.signalbox.timer.TimeSource;

/** Complains of requests that lack a required header: once in a while, with their number. */
final class Incomplete {
  private static final long QUIET = Duration.ofSeconds(30).toNanos();

  private final TimeSource time;
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong next;

  Incomplete(TimeSource time) {
    this.time = time;
    this.next = new AtomicLong(time.nanos());
  }

  void dropped() {
    count.incrementAndGet();
    long now = time.nanos();
    long due = next.get();
    if (now - due >= 0 && next.compareAndSet(due, now + QUIET)) {
      RoutingLog.LOG.incomplete(count.getAndSet(0));
    }
  }
}

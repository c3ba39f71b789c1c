// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the messages of a UDP socket overlap so often that receivers work side by side. Begins
 * when somebody expects it and ends by itself when it proves wrong. Thread-safe.
 */
final class Overlap {

  private static final int WINDOW = 256;

  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger entries = new AtomicInteger();
  private final AtomicInteger crowded = new AtomicInteger();
  private volatile boolean expected;

  boolean expected() {
    return expected;
  }

  void expect() {
    if (!expected) {
      entries.set(0);
      crowded.set(0);
      expected = true;
    }
  }

  /** Somebody goes into a message; looks back after each window of messages. */
  void entered() {
    if (inside.getAndIncrement() > 0) {
      crowded.incrementAndGet();
    }
    if (entries.incrementAndGet() % WINDOW == 0 && crowded.getAndSet(0) < WINDOW / 4) {
      expected = false;
    }
  }

  void left() {
    inside.decrementAndGet();
  }
}

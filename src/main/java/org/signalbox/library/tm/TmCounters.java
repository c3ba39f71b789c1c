// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.util.concurrent.atomic.LongAdder;

/** What {@code tm.stats} tells. Thread-safe. */
final class TmCounters {
  private final LongAdder created = new LongAdder();
  private final LongAdder local = new LongAdder();
  private final LongAdder received = new LongAdder();
  private final LongAdder generated = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final LongAdder[] finals = new LongAdder[7];

  TmCounters() {
    for (int i = 0; i < finals.length; i++) {
      finals[i] = new LongAdder();
    }
  }

  /** A transaction was made for a script. */
  void opened() {
    created.increment();
  }

  /** A request of this server's own. */
  void local() {
    local.increment();
  }

  /** A reply came. */
  void received() {
    received.increment();
  }

  void generated(int code) {
    generated.increment();
    sent(code);
  }

  void relayed(int code) {
    sent(code);
  }

  private void sent(int code) {
    sent.increment();
    if (code >= 200) {
      finals[code / 100].increment();
    }
  }

  /** Transactions that ended with a final reply of this class, 2 to 6. */
  long ended(int statusClass) {
    return finals[statusClass].sum();
  }
}

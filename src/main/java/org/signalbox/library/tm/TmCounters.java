// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.signalbox.routing.TransactionCounts;

/** What transactions of scripts have done. Thread-safe. */
final class TmCounters {
  private static final int CLASSES = 5;

  private final LongAdder created = new LongAdder();
  private final LongAdder answered = new LongAdder();
  private final LongAdder local = new LongAdder();
  private final LongAdder received = new LongAdder();
  private final LongAdder generated = new LongAdder();
  private final LongAdder relayed = new LongAdder();
  private final List<LongAdder> finals =
      IntStream.range(0, CLASSES).mapToObj(i -> new LongAdder()).toList();

  /** A transaction was made for a script. */
  void opened() {
    created.increment();
  }

  /** One has its final reply, or is released without. */
  void closed() {
    answered.increment();
  }

  /** A request of this server's own. */
  void local() {
    local.increment();
  }

  /** A reply came. */
  void received() {
    received.increment();
  }

  /** A reply was made here and sent. */
  void generated(int code) {
    generated.increment();
    ended(code);
  }

  /** A reply went on. */
  void relayed(int code) {
    relayed.increment();
    ended(code);
  }

  private void ended(int code) {
    if (code >= 200) {
      finals.get(code / 100 - 2).increment();
    }
  }

  /**
   * All of them.
   *
   * @param current server transactions that exist now
   */
  TransactionCounts counts(int current) {
    long total = created.sum();
    long open = Math.max(0, total - answered.sum());
    return new TransactionCounts(
        current,
        Math.max(0, current - open),
        total,
        local.sum(),
        received.sum(),
        generated.sum(),
        relayed.sum(),
        finals.stream().map(LongAdder::sum).toList());
  }
}

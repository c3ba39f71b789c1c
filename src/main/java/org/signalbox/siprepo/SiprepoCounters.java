// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import org.signalbox.statistics.Counter;
import org.signalbox.statistics.Gauge;
import org.signalbox.statistics.Statistic;

/** The statistics of the module, all in the group {@code siprepo}. */
final class SiprepoCounters {
  private static final String GROUP = "siprepo";

  final Counter pushed = counter("pushed", "messages that were kept");
  final Counter duplicates = counter("duplicates", "pushes of what was kept already");
  final Counter incomplete = counter("incomplete", "pushes of what lacks a header");
  final Counter full = counter("full", "pushes refused because the table is full");
  final Counter pulled = counter("pulled", "messages that ran again");
  final Counter missed = counter("missed", "pulls and removals of what is not there");
  final Counter refused = counter("refused", "pulls without a route, a group or a free worker");
  final Counter removed = counter("removed", "messages that were removed, pulled ones included");
  final Counter expired = counter("expired", "messages that have expired");

  private static Counter counter(String name, String description) {
    return new Counter(GROUP, name, description);
  }

  /** All of them, with what the table holds now. */
  Statistic[] all(SiprepoModule module) {
    return new Statistic[] {
      pushed,
      duplicates,
      incomplete,
      full,
      pulled,
      missed,
      refused,
      removed,
      expired,
      new Gauge(GROUP, "stored_messages", "messages that are kept", module::messages),
      new Gauge(
          GROUP,
          "stored_bytes",
          "bytes of memory for all of them, as max_bytes counts",
          module::bytes),
    };
  }

  void count(PushOutcome outcome) {
    switch (outcome) {
      case STORED -> pushed.increment();
      case DUPLICATE -> duplicates.increment();
      case INCOMPLETE -> incomplete.increment();
      case FULL -> full.increment();
    }
  }

  void count(PullOutcome outcome) {
    switch (outcome) {
      case DONE -> pulled.increment();
      case HANDED_OVER -> {} // the worker counts
      case NOT_FOUND -> missed.increment();
      case NO_ROUTE, NO_GROUP, BUSY, TOO_DEEP -> refused.increment();
    }
  }
}

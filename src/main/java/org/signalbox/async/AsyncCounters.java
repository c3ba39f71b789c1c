// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.util.function.LongSupplier;
import org.signalbox.statistics.Counter;
import org.signalbox.statistics.Gauge;
import org.signalbox.statistics.Statistic;

/** The statistics of the module, all in the group {@code async}; ours. */
final class AsyncCounters {
  private static final String GROUP = "async";

  private final Counter suspended = counter("suspended", "Requests that began to wait");
  private final Counter resumed = counter("resumed", "Requests that went on");
  private final Counter ended = counter("ended", "Requests answered or cancelled while waiting");
  private final Counter refused =
      counter("refused", "Requests refused at max_waiting, or by a full group");

  private static Counter counter(String name, String description) {
    return new Counter(GROUP, name, description);
  }

  Statistic[] all(LongSupplier waiting) {
    return new Statistic[] {
      suspended, resumed, ended, refused, new Gauge(GROUP, "waiting", "Requests that wait", waiting)
    };
  }

  void began() {
    suspended.increment();
  }

  void wentOn() {
    resumed.increment();
  }

  void over() {
    ended.increment();
  }

  void refused() {
    refused.increment();
  }
}

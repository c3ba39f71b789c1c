// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tmx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.signalbox.routing.TransactionControl;
import org.signalbox.routing.TransactionCounts;
import org.signalbox.statistics.Gauge;
import org.signalbox.statistics.Statistics;

/** The statistics of the group {@code tmx} (statistics.md §5). */
final class TmxStatistics {
  private static final String GROUP = "tmx";
  private static final Map<String, ToLongFunction<TransactionCounts>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("UAS_transactions", TransactionCounts::total);
    ALL.put("UAC_transactions", TransactionCounts::local);
    for (int i = 0; i <= 4; i++) {
      int index = i;
      ALL.put(i + 2 + "xx_transactions", counts -> counts.finals().get(index));
    }
    ALL.put("inuse_transactions", TransactionCounts::current);
    ALL.put("active_transactions", counts -> counts.current() - counts.waiting());
    ALL.put("rpl_received", TransactionCounts::received);
    ALL.put("rpl_absorbed", counts -> Math.max(0, counts.received() - counts.relayed()));
    ALL.put("rpl_generated", TransactionCounts::generated);
    ALL.put("rpl_relayed", TransactionCounts::relayed);
    ALL.put("rpl_sent", TransactionCounts::sent);
  }

  private final Statistics statistics;
  private final List<Gauge> gauges = new ArrayList<>();

  private TmxStatistics(Statistics statistics) {
    this.statistics = statistics;
  }

  static String[] names() {
    return ALL.keySet().toArray(String[]::new);
  }

  static TmxStatistics register(Statistics statistics, TransactionControl control) {
    TmxStatistics registered = new TmxStatistics(statistics);
    ALL.forEach(
        (name, reading) ->
            registered.gauges.add(
                statistics.gauge(
                    GROUP,
                    name,
                    "transactions of scripts",
                    () -> reading.applyAsLong(control.counts()))));
    return registered;
  }

  void remove() {
    gauges.forEach(statistics::remove);
  }
}

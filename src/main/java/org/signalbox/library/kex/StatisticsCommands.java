// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.kex;

import static org.signalbox.rpc.RpcCommand.changing;
import static org.signalbox.rpc.RpcCommand.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.signalbox.module.Port;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcParameter;
import org.signalbox.rpc.RpcStruct;
import org.signalbox.statistics.Statistic;
import org.signalbox.statistics.Statistics;

/** The commands that read and reset statistics by selectors (statistics.md §3). */
final class StatisticsCommands {
  private static final String WHICH = "Please provide which stats to retrieve";
  private static final String NAME = "Please provide stats name";

  private final Port<Statistics> statistics;

  StatisticsCommands(Port<Statistics> statistics) {
    this.statistics = statistics;
  }

  RpcCommand[] all() {
    return new RpcCommand[] {
      reading("stats.get_statistics", "Statistics, a line each", this::lines).listed(),
      reading("stats.fetch", "Statistics by their names, as texts", call -> members(call, true)),
      reading("stats.fetchn", "Statistics by their names", call -> members(call, false)),
      changing("stats.reset_statistics", "Sets statistics to 0", this::reset),
      changing("stats.clear_statistics", "Sets statistics to 0 and shows them", this::clear)
          .listed()
    };
  }

  /** What comes first must be a text; what is no text further on ends the list. */
  private static List<String> selectors(RpcCall call, String otherwise) {
    String first = call.need(RpcParameter.TEXT, 400, otherwise);
    List<String> all = new ArrayList<>(call.rest(RpcParameter.TEXT));
    all.add(0, first);
    return all;
  }

  /** Everything, a group with its colon, or one by its bare name. */
  private List<Statistic> selected(String selector) {
    if (selector.equals("all")) {
      return statistics.get().all();
    }
    if (selector.endsWith(":")) {
      return statistics.get().group(selector.substring(0, selector.length() - 1));
    }
    return statistics
        .get()
        .find(selector)
        .filter(found -> found.name().equals(selector))
        .map(List::of)
        .orElse(List.of());
  }

  private void lines(RpcCall call) {
    for (String selector : selectors(call, WHICH)) {
      selected(selector).forEach(each -> call.add(line(each)));
    }
  }

  private static String line(Statistic each) {
    return each.group() + ":" + each.name() + " = " + each.value();
  }

  private void members(RpcCall call, boolean asTexts) {
    List<String> selectors = selectors(call, WHICH);
    RpcStruct into = call.struct();
    for (String selector : selectors) {
      List<Statistic> found = selected(selector);
      if (found.isEmpty()) {
        found = statistics.get().find(selector).map(List::of).orElse(List.of());
      }
      for (Statistic each : found) {
        long value = each.value();
        into.add(each.qualifiedName(), asTexts ? (Object) String.valueOf(value) : (Long) value);
      }
    }
  }

  private Set<Statistic> chosen(RpcCall call) {
    Set<Statistic> chosen = new LinkedHashSet<>();
    selectors(call, NAME).forEach(selector -> chosen.addAll(selected(selector)));
    return chosen;
  }

  private void reset(RpcCall call) {
    chosen(call).forEach(Statistic::reset);
  }

  /** One is answered as Kamailio does; of several it shows the last one only, we show all. */
  private void clear(RpcCall call) {
    Set<Statistic> chosen = chosen(call);
    if (chosen.size() <= 1) {
      call.last();
    }
    for (Statistic each : chosen) {
      long old = each.value();
      each.reset();
      call.add(line(each) + (old == each.value() ? "" : " (" + old + ")"));
    }
  }
}

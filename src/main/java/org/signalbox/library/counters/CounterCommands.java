// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.counters;

import static org.signalbox.rpc.RpcCommand.changing;
import static org.signalbox.rpc.RpcCommand.reading;
import static org.signalbox.rpc.RpcParameter.TEXT;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Port;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcStruct;
import org.signalbox.statistics.Counter;
import org.signalbox.statistics.Statistic;
import org.signalbox.statistics.Statistics;

/** The commands {@code cnt.*} (statistics.md §4): every statistic of the server by its group. */
final class CounterCommands {
  /** Groups that Kamailio registers in a way that knows no descriptions. */
  private static final Set<String> UNDESCRIBED = Set.of("core", "shmem", "sl", "tmx");

  private static final String NO_DESCRIPTION = "kamailio statistic (no description)";

  private final Port<Statistics> statistics;

  CounterCommands(Port<Statistics> statistics) {
    this.statistics = statistics;
  }

  RpcCommand[] all() {
    return new RpcCommand[] {
      reading("cnt.grps_list", "The groups of statistics", this::groups).listed(),
      reading("cnt.list_groups", "The groups of statistics", this::groups).listed(),
      reading("cnt.var_list", "The names in a group", this::names).listed(),
      reading("cnt.list_vars", "The names in a group", this::names).listed(),
      reading("cnt.get", "The value of a statistic, or those of a group", this::value),
      reading("cnt.get_raw", "What was counted, not what is computed", this::raw),
      reading("cnt.grp_get_all", "The values of a group", this::values),
      reading("cnt.get_vars", "The values of a group", this::values),
      reading("cnt.help", "What a statistic means", this::help),
      changing("cnt.reset", "Sets a statistic to 0", this::reset)
    };
  }

  private void groups(RpcCall call) {
    statistics.get().groups().forEach(call::add);
  }

  private void names(RpcCall call) {
    group(call.optional(TEXT)).forEach(each -> call.add(each.name()));
  }

  private void values(RpcCall call) {
    addAll(call.struct(), call.optional(TEXT));
  }

  private void value(RpcCall call) {
    String group = call.need(TEXT);
    if (call.more()) {
      on(call, group, each -> call.add(each.value()));
    } else {
      addAll(call.struct(), group);
    }
  }

  private void raw(RpcCall call) {
    on(call, call.need(TEXT), each -> call.add(each instanceof Counter ? each.value() : 0L));
  }

  private void help(RpcCall call) {
    on(call, call.need(TEXT), each -> describe(call, each));
  }

  private static void describe(RpcCall call, Statistic each) {
    if (UNDESCRIBED.contains(each.group())) {
      call.add(NO_DESCRIPTION);
    } else if (each.description().isEmpty()) {
      call.fault(400, "no description for counter " + each.qualifiedName());
    } else {
      call.add(each.description());
    }
  }

  private void reset(RpcCall call) {
    on(call, call.need(TEXT), Statistic::reset);
  }

  private void addAll(RpcStruct into, @Nullable String group) {
    group(group).forEach(each -> into.add(each.name(), each.value()));
  }

  private List<Statistic> group(@Nullable String name) {
    return name == null ? List.of() : statistics.get().group(name);
  }

  /** Something done with a statistic. */
  private interface Work {
    void on(Statistic statistic);
  }

  private void on(RpcCall call, String group, Work work) {
    String name = call.need(TEXT);
    statistics
        .get()
        .find(group, name)
        .ifPresentOrElse(
            work::on, () -> call.fault(400, "non-existent counter " + group + "." + name));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.counters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.signalbox.module.Port;
import org.signalbox.module.StatisticNames;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.statistics.Counter;
import org.signalbox.statistics.Statistic;
import org.signalbox.statistics.Statistics;

/** Registers the counters of a file and changes those that its routes name. */
final class ScriptCounters {
  private final StatisticNames names = new StatisticNames(this::find, this::unknown);
  private final List<Counter> own = new ArrayList<>();
  private final Port<Statistics> statistics;
  private String defaultGroup = "";

  ScriptCounters(Port<Statistics> statistics) {
    this.statistics = statistics;
  }

  /** Changes a statistic. */
  private interface Change {
    int of(Frame frame, Statistic statistic);
  }

  /** Registers each; one that is there already stays as it is. */
  void register(String group, List<ScriptCounter> counters) {
    Statistics known = statistics.get();
    defaultGroup = group;
    for (ScriptCounter written : counters) {
      ScriptCounter counter = written.in(group);
      if (known.find(counter.group(), counter.name()).isPresent()) {
        CountersLog.LOG.duplicate(counter.qualifiedName());
      } else {
        own.add(known.counter(counter.group(), counter.name(), counter.description()));
      }
    }
  }

  void check() {
    names.check();
  }

  void remove() {
    if (statistics.connected()) {
      own.forEach(statistics.get()::remove);
    }
  }

  FunctionCall increment(Arguments arguments) {
    return changing(arguments, (frame, statistic) -> added(statistic, 1));
  }

  FunctionCall add(Arguments arguments) {
    Arguments.IntegerArgument amount = arguments.integer(1);
    return changing(
        arguments,
        (frame, statistic) -> {
          long change = amount.value(frame, Long.MIN_VALUE);
          if (change == Long.MIN_VALUE) {
            frame.error("cnt_add: parameter 2 is not a number");
            return -1;
          }
          return added(statistic, change);
        });
  }

  FunctionCall reset(Arguments arguments) {
    return changing(
        arguments,
        (frame, statistic) -> {
          statistic.reset();
          return 1;
        });
  }

  private FunctionCall changing(Arguments arguments, Change change) {
    StatisticNames.Named named = names.named(arguments.constant(0), arguments.place());
    return frame -> change.of(frame, named.statistic());
  }

  private static int added(Statistic statistic, long change) {
    if (statistic instanceof Counter counter) { // one that is computed has nothing to add to
      counter.add(change);
    }
    return 1;
  }

  private Optional<Statistic> find(String written) {
    ScriptCounter counter = ScriptCounter.of(written).in(defaultGroup);
    return statistics.get().find(counter.group(), counter.name());
  }

  private String unknown(String written) {
    String name = ScriptCounter.of(written).in(defaultGroup).qualifiedName();
    return "counter " + name + " does not exist (forgot to define it?)";
  }
}

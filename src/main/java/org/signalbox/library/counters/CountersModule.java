// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.counters;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.script.FunctionSignature.ParameterKind.CONSTANT;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;

import java.util.List;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.statistics.Statistics;

/** The export table of {@code counters} (statistics.md §2.3). */
public final class CountersModule implements SignalboxModule {
  /** The group of counters that name none; the last one given holds for all. */
  public static final Parameter<String> SCRIPT_CNT_GRP_NAME =
      Parameter.text(
          "script_cnt_grp_name", "script", name -> name.isEmpty() ? "it must not be empty" : null);

  /** Counters of the script, one each time: {@code [group.]name description}. */
  static final Parameter<List<ScriptCounter>> SCRIPT_COUNTER =
      Parameter.function("script_counter", ScriptCounter::of);

  private final Port<Statistics> statistics = Port.to(Statistics.class);
  private final ScriptCounters counters = new ScriptCounters(statistics);
  private final CounterCommands commands = new CounterCommands(statistics);

  @Override
  public String name() {
    return "counters";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(SCRIPT_CNT_GRP_NAME, SCRIPT_COUNTER)
        .functions(
            Functions.of("cnt_inc", ANY, counters::increment, CONSTANT),
            Functions.of("cnt_add", ANY, counters::add, CONSTANT, INTEGER),
            Functions.of("cnt_reset", ANY, counters::reset, CONSTANT))
        .commands(commands.all())
        .build();
  }

  @Override
  public void init(ParameterValues parameters, Bindings bindings) {
    statistics.connect(bindings);
    counters.register(parameters.value(SCRIPT_CNT_GRP_NAME), parameters.value(SCRIPT_COUNTER));
  }

  @Override
  public void start(Bindings bindings) {
    counters.check();
  }

  @Override
  public void destroy() {
    counters.remove();
  }
}

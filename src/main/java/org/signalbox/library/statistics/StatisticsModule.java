// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.statistics;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.script.RouteKind;
import org.signalbox.statistics.Statistics;

/** The export table of {@code statistics} (statistics.md §2.1). */
public final class StatisticsModule implements SignalboxModule {
  /** Statistics of the script, one each time: {@code name} or {@code name/no_reset}. */
  public static final Parameter<List<String>> VARIABLE =
      Parameter.texts("variable", ScriptVariables::problem);

  /** Every route but the one that runs while a request is sent. */
  private static final Set<RouteKind> WITH_MESSAGE =
      EnumSet.complementOf(EnumSet.of(RouteKind.ONSEND));

  private final Port<Statistics> statistics = Port.to(Statistics.class);
  private final ScriptVariables variables = new ScriptVariables();
  private final Updates updates = new Updates(statistics);

  @Override
  public String name() {
    return "statistics";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(VARIABLE)
        .functions(
            Functions.of("update_stat", ANY, updates::update, TEXT, TEXT),
            Functions.of("reset_stat", WITH_MESSAGE, updates::reset, TEXT))
        .build();
  }

  @Override
  public void init(ParameterValues parameters, Bindings bindings) {
    statistics.connect(bindings);
    variables.register(parameters.value(VARIABLE), statistics.get());
  }

  @Override
  public void start(Bindings bindings) {
    updates.check();
  }

  @Override
  public void destroy() {
    if (statistics.connected()) {
      variables.remove(statistics.get());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.kex;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;
import static org.signalbox.script.FunctionSignature.ParameterKind.VARIABLE;

import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.Globals;
import org.signalbox.routing.Myself;
import org.signalbox.routing.Routing;
import org.signalbox.statistics.Statistics;
import org.signalbox.timer.TimeSource;

/** The export table of {@code kex} (modules.md §14, statistics.md §3). */
public final class KexModule implements SignalboxModule {
  private final Port<Myself> myself = Port.to(Myself.class);
  private final Port<Globals> globals = Port.to(Globals.class);
  private final Port<Statistics> statistics = Port.to(Statistics.class);
  private final ThisServer server = new ThisServer(myself);
  private final DebugLevel debug = new DebugLevel(globals);
  private final UniqueIds ids = new UniqueIds(globals);
  private final CoreStatistics core = new CoreStatistics();

  @Override
  public String name() {
    return "kex";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .variables(ids.family())
        .functions(
            Functions.onNumber("setsflag", ANY, FlagUse.SET::ofScript),
            Functions.onNumber("resetsflag", ANY, FlagUse.RESET::ofScript),
            Functions.onNumber("issflagset", ANY, FlagUse.TEST::ofScript),
            Functions.onNumber("setbflag", ANY, FlagUse.SET::ofBranch),
            Functions.onNumber("resetbflag", ANY, FlagUse.RESET::ofBranch),
            Functions.onNumber("isbflagset", ANY, FlagUse.TEST::ofBranch),
            Functions.of("setbflag", ANY, FlagUse.SET::ofBranch, INTEGER, INTEGER),
            Functions.of("resetbflag", ANY, FlagUse.RESET::ofBranch, INTEGER, INTEGER),
            Functions.of("isbflagset", ANY, FlagUse.TEST::ofBranch, INTEGER, INTEGER))
        .functions(
            Functions.onText("setdsturi", ANY, NextHopUri::set),
            Functions.plain("resetdsturi", ANY, NextHopUri::reset),
            Functions.plain("isdsturiset", ANY, NextHopUri::isSet),
            Functions.of("pv_printf", ANY, Printing::into, VARIABLE, TEXT),
            Functions.of("avp_printf", ANY, Printing::into, VARIABLE, TEXT),
            Functions.onText("is_myself", ANY, server::isUri),
            Functions.onText("is_myhost", ANY, server::isHost),
            Functions.onNumber("setdebug", ANY, debug::set),
            Functions.plain("resetdebug", ANY, debug::reset))
        .commands(new StatisticsCommands(statistics).all())
        .build();
  }

  @Override
  public void init(ParameterValues parameters, Bindings bindings) {
    statistics.connect(bindings);
    ids.begin(bindings.require(TimeSource.class));
    core.register(statistics.get(), bindings.require(Routing.class));
  }

  @Override
  public void start(Bindings bindings) {
    myself.connect(bindings);
    globals.connect(bindings);
  }

  @Override
  public void destroy() {
    core.remove();
  }
}

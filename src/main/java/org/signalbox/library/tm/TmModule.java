// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.util.List;
import java.util.stream.Stream;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.Routing;
import org.signalbox.routing.StatefulReplies;
import org.signalbox.routing.TransactionControl;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.run.Frame;

/** The export table of {@code tm} (modules.md §2). */
public final class TmModule implements SignalboxModule {
  private final TmPorts ports = new TmPorts();
  private final Control control = new Control(ports);
  private final TimerGroup timers = new TimerGroup(ports);

  @Override
  public String name() {
    return "tm";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(TmParameters.all())
        .functions(functions().toArray(ScriptFunction[]::new))
        .variables(new TmVariables(ports).family())
        .commands(new TmCommands(ports, control).all())
        .groups(timers)
        .eventRoutes(
            LaterRoutes.LOCAL_REQUEST, LaterRoutes.LOCAL_RESPONSE, LaterRoutes.BRANCH_FAILURE)
        .build();
  }

  private List<ScriptFunction> functions() {
    return Stream.of(
            new RelayFunctions(ports).all(),
            new SerialForking(ports).all(),
            new ReplyFunctions(ports).all(),
            new RouteFunctions(ports).all(),
            new StatusFunctions(ports).all(),
            new TimerFunctions(ports).all(),
            new LocalRequests(ports).all(),
            MissingFunctions.all())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public void init(ParameterValues parameters, Bindings bindings) {
    ports.settings(parameters);
    bindings.bind(StatefulReplies.class, new ScriptReplies());
    bindings.bind(TransactionControl.class, control);
  }

  @Override
  public void start(Bindings bindings) {
    ports.connect(bindings);
    timers.remember();
    bindings.require(Routing.class).afterRoutes(TmModule::scriptEnded);
  }

  static void scriptEnded(Frame frame) {
    Here here = Here.existing(frame);
    if (here != null && here.context != null) {
      here.context.scriptEnded(frame);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import java.time.ZoneId;
import java.util.List;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.Globals;
import org.signalbox.routing.LogSink;
import org.signalbox.routing.Sockets;
import org.signalbox.script.transformation.TransformationClass;
import org.signalbox.script.transformation.TransformationClasses;
import org.signalbox.script.variable.AddressVariables;
import org.signalbox.script.variable.AvpVariables;
import org.signalbox.script.variable.CredentialVariables;
import org.signalbox.script.variable.HeaderVariables;
import org.signalbox.script.variable.IdentityVariables;
import org.signalbox.script.variable.MessageVariables;
import org.signalbox.script.variable.NetworkVariables;
import org.signalbox.script.variable.ScriptVariables;
import org.signalbox.script.variable.ViaVariables;
import org.signalbox.script.variable.XavpVariables;
import org.signalbox.script.variable.XavuVariables;
import org.signalbox.statistics.Statistics;
import org.signalbox.timer.TimeSource;

/** The export table of {@code pv} (modules.md §10, variables.md). */
public final class PvModule implements SignalboxModule {
  /** What shared variables begin with: {@code n=i:4}, {@code s=s:text}. */
  public static final Parameter<List<String>> SHVSET = Parameter.texts("shvset", Presets::problem);

  /** What script variables begin with, written alike. */
  public static final Parameter<List<String>> VARSET = Parameter.texts("varset", Presets::problem);

  /** Other names of AVPs: {@code name=i:10;other=s:name}. */
  public static final Parameter<List<String>> AVP_ALIASES =
      Parameter.texts("avp_aliases", Presets::aliasProblem);

  /** Whether {@code $var} and {@code $vn} last from message to message on one thread. */
  public static final Parameter<Boolean> VARS_SURVIVE = Parameter.flag("vars_survive", false);

  private final ZoneId zone = ZoneId.systemDefault();
  private final Port<TimeSource> clock = Port.to(TimeSource.class);
  private final Port<Sockets> sockets = Port.to(Sockets.class);
  private final Port<Statistics> statistics = Port.to(Statistics.class);
  private final Port<LogSink> log = Port.to(LogSink.class);
  private final Port<Globals> globals = Port.to(Globals.class);
  private final TimeVariables times = new TimeVariables(clock, zone);
  private final SharedVariables shared = new SharedVariables();
  private final ScriptVariables own = new ScriptVariables();
  private final AvpVariables avps = new AvpVariables();

  @Override
  public String name() {
    return "pv";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(SHVSET, VARSET, AVP_ALIASES, VARS_SURVIVE)
        .commands(new SharedVariableCommands(shared).all())
        .variables(
            MessageVariables.family(),
            ReceivedVariables.family(),
            BufferVariables.family(),
            UriVariables.family(),
            AddressVariables.family(),
            HeaderVariables.family(),
            IdentityVariables.family(),
            CredentialVariables.family(),
            ViaVariables.family(),
            NetworkVariables.family(),
            HopVariables.family(),
            SendVariables.family(),
            new SocketVariables(sockets).family(),
            BranchVariables.family(),
            FlagVariables.family(),
            times.family(),
            new ServerVariables(globals, statistics).family(),
            shared.family(),
            own,
            avps,
            new XavpVariables(),
            new XavuVariables())
        .functions(new PvFunctions(log, globals).all())
        .functions(new XavpFunctions(own).all())
        .transformations(TransformationClasses.pv(zone).toArray(TransformationClass[]::new))
        .build();
  }

  @Override
  public void init(ParameterValues parameters, Bindings bindings) {
    clock.connect(bindings);
    sockets.connect(bindings);
    statistics.connect(bindings);
    log.connect(bindings);
    times.begin();
    own.survive(parameters.value(VARS_SURVIVE));
    parameters.value(SHVSET).forEach(preset -> Presets.read(preset, shared::set));
    parameters.value(VARSET).forEach(preset -> Presets.read(preset, own::preset));
    parameters.value(AVP_ALIASES).forEach(list -> Presets.aliases(list, avps::alias));
  }

  @Override
  public void start(Bindings bindings) {
    globals.connect(bindings);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import static org.signalbox.module.Functions.REQUEST;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.Globals;
import org.signalbox.routing.LogPrefix;
import org.signalbox.routing.LogSink;
import org.signalbox.routing.Myself;
import org.signalbox.routing.OtherServlets;
import org.signalbox.routing.OwnNames;
import org.signalbox.routing.Routing;
import org.signalbox.routing.Sockets;
import org.signalbox.routing.StatelessForward;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.run.Frame;
import org.signalbox.worker.WorkerGroups;

/** What every file has without {@code loadmodule}: core commands and conditions (script.md §8). */
public final class CoreModule implements SignalboxModule {
  private final Port<Globals> globals = Port.to(Globals.class);
  private final Port<Myself> myself = Port.to(Myself.class);
  private final Port<LogSink> lines = Port.to(LogSink.class);
  private final Port<Sockets> sockets = Port.to(Sockets.class);
  private final Port<LogPrefix> prefix = Port.to(LogPrefix.class);
  private final StatelessForward forward = new StatelessForward();
  private final ConnectionAliases aliases = new ConnectionAliases();
  private final ServletFunction servlets = new ServletFunction();
  private final CoreCommands commands = new CoreCommands(this);
  private final RunningFile file = new RunningFile();
  private final CoreRpc rpc = new CoreRpc(file);
  private volatile boolean running;
  private final CoreConditions conditions = new CoreConditions(myself);

  @Override
  public String name() {
    return "core";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .commands(rpc.all())
        .functions(Functions.of("servlet", REQUEST, servlets::prepare, TEXT))
        .eventRoutes(
            "core:pre-routing",
            "core:receive-parse-error",
            "core:msg-received",
            "core:worker-one-init")
        .build();
  }

  @Override
  public void init(ParameterValues parameters, Bindings bindings) {
    sockets.connect(bindings);
    Configuration configuration = bindings.require(Configuration.class);
    file.is(configuration);
    ThisServer names = new ThisServer(sockets.get(), configuration.aliases());
    bindings
        .bind(Globals.class, new CoreGlobals(configuration.parameters()))
        .bind(LogPrefix.class, configuration.logPrefix())
        .bind(Myself.class, names)
        .bind(OwnNames.class, names);
    DeclaredWorkers.open(configuration.parameters(), bindings.require(WorkerGroups.class));
    globals.connect(bindings);
    myself.connect(bindings);
    lines.connect(bindings);
    prefix.connect(bindings);
    aliases.connect(bindings);
    forward.connect(bindings);
    rpc.connect(bindings);
  }

  @Override
  public void start(Bindings bindings) {
    commands.check();
    if (globals.get().integer("tcp_accept_aliases") != 0) {
      bindings.require(Routing.class).filterRequests(aliases);
    }
    servlets.check(bindings.find(OtherServlets.Declared.class));
    bindings
        .require(Routing.class)
        .filterReplies(bindings.require(Configuration.class).modules()::take);
    running = true;
  }

  /** Whether the server works: a file that is read now takes the place of another. */
  boolean running() {
    return running;
  }

  /** Another file runs now: what commands tell and change is its. */
  public void runs(Configuration next) {
    file.is(next);
  }

  @Nullable ScriptFunction command(String name, int arity) {
    return commands.find(name, arity);
  }

  CoreConditions conditions() {
    return conditions;
  }

  ConnectionAliases aliases() {
    return aliases;
  }

  Globals globals() {
    return globals.get();
  }

  StatelessForward forward() {
    return forward;
  }

  Sockets sockets() {
    return sockets.get();
  }

  /** Writes a line unless {@code debug} is below its level. */
  void log(Frame frame, int level, String text) {
    if (globals.get().integer("debug") >= level) {
      String before = prefix.get().of(frame);
      lines.get().line(level, "", before + "<script>: " + text.stripTrailing());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.library.core.Configuration;
import org.signalbox.library.core.CoreModule;
import org.signalbox.library.core.Loading;
import org.signalbox.module.ModuleException;
import org.signalbox.module.Modules;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.Routing;
import org.signalbox.rpc.RpcCall;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.script.Problem;

/**
 * Replaces the routes of a running server by those that its file has now.
 *
 * <p>Routes change at once and as a whole: a message runs in the old script or in the new one.
 * Sockets, modules and their parameters stay as they are. Modules that are named for the first time
 * begin; those from jars are exchanged with their jar and end when they are no longer named.
 * Thread-safe; one reload at a time.
 */
public final class ScriptReload {
  private final Function<Modules, Loading> file;
  private final Configuration started;
  private final Modules modules;
  private final Routing routing;
  private final Consumer<List<SignalboxModule>> begun;
  private volatile LoadedFile current;

  /**
   * Prepares to reload.
   *
   * @param file reads it once more for the modules that run, as {@link ConfigurationFile#again}
   * @param first what runs
   * @param begun hears of modules that a file names for the first time, before its routes run
   */
  ScriptReload(
      Function<Modules, Loading> file,
      Loading.Loaded first,
      Routing routing,
      Consumer<List<SignalboxModule>> begun) {
    this.file = file;
    this.started = first.configuration();
    this.modules = started.modules();
    this.routing = routing;
    this.begun = begun;
    this.current = loaded(first, null);
  }

  /** The file whose routes run now. */
  public LoadedFile current() {
    return current;
  }

  /**
   * Reads the file; blocks while its host names are looked up.
   *
   * @param user who asks for it
   * @return every mistake; empty when the new routes run, else the old ones go on
   * @throws ServerException when the file cannot be read, or a new module refuses to start; the old
   *     routes go on then, without that module
   */
  public synchronized List<Problem> reload(String user) {
    Loading loading = file.apply(modules);
    if (loading instanceof Loading.Refused refused) {
      return refused.problems();
    }
    Loading.Loaded next = (Loading.Loaded) loading;
    exchange(next.configuration());
    routing.replace(next.configuration().script());
    modules.find(CoreModule.class).ifPresent(core -> core.runs(next.configuration()));
    current = loaded(next, user);
    ServerLog.LOG.reloaded(user, current.name());
    if (!current.afterRestart().isEmpty()) {
      ServerLog.LOG.afterRestart(String.join(", ", current.afterRestart()));
    }
    return List.of();
  }

  /** {@code cfg.reload}: the same by RPC; its fault names the first mistake with its place. */
  RpcCommand command() {
    return RpcCommand.changing(
        "cfg.reload", "Read the routes of the configuration file anew.", this::reload);
  }

  private void reload(RpcCall call) {
    try {
      reload("rpc").stream()
          .filter(Problem::isError)
          .findFirst()
          .ifPresent(
              first -> call.fault(500, first.span() + ": " + first.message() + because(first)));
    } catch (ServerException e) {
      call.fault(500, String.valueOf(e.getMessage()));
    }
  }

  private static String because(Problem problem) {
    return problem.cause() == null ? "" : ": " + problem.cause();
  }

  private void exchange(Configuration next) {
    try {
      tell(modules.takeOver(next.modules()));
    } catch (ModuleException e) {
      next.script().releases().run();
      throw new ServerException(e);
    }
  }

  /** What beans make of it is theirs: the modules run, and no reload begins them again. */
  private void tell(List<SignalboxModule> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    try {
      begun.accept(fresh);
    } catch (RuntimeException | LinkageError e) {
      ServerLog.LOG.beansFailed(fresh.stream().map(SignalboxModule::name).toList(), e);
    }
  }

  private LoadedFile loaded(Loading.Loaded loaded, @Nullable String user) {
    Configuration read = loaded.configuration();
    return new LoadedFile(
        read.file(), Instant.now(), user, loaded.warnings(), read.waitsForStart(started));
  }
}

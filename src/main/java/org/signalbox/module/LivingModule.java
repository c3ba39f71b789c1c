// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.List;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcRegistry;
import org.signalbox.statistics.Statistic;
import org.signalbox.statistics.Statistics;

/** A module from its first step to its last, with all that it has bound and begun. */
final class LivingModule {
  private final LoadedModule loaded;
  private final Libraries libraries;
  private final Bindings view;
  private final ExtraWorkers workers;
  private List<InternalLibrary> used = List.of();
  private Runnable uninject = () -> {};

  LivingModule(LoadedModule loaded, Libraries libraries, Bindings bindings) {
    this.loaded = loaded;
    this.libraries = libraries;
    this.view = bindings.view();
    this.workers = new ExtraWorkers(loaded.name(), view);
    view.bindHere(ExtraWorkers.class, workers);
  }

  LoadedModule loaded() {
    return loaded;
  }

  void init() {
    List<InternalLibrary> needed = libraries.resolve(loaded.exports().libraries(), loaded.loader());
    libraries.open(needed, view);
    used = needed;
    view.find(RpcRegistry.class).ifPresent(rpc -> commands().forEach(rpc::register));
    view.find(Statistics.class).ifPresent(all -> counted().forEach(all::register));
    view.find(Injection.class).ifPresent(injection -> uninject = injection.into(loaded.module()));
    loaded.module().init(loaded.values(), view);
  }

  void start() {
    loaded.module().start(view);
    workers.start();
  }

  /**
   * Ends it: others may then bind what it has bound, and its class loader is closed. What fails is
   * logged, and the rest is still done.
   */
  void destroy() {
    attempt(workers::stop);
    attempt(loaded.module()::destroy);
    attempt(uninject);
    view.find(RpcRegistry.class).ifPresent(rpc -> commands().forEach(rpc::remove));
    view.find(Statistics.class).ifPresent(all -> counted().forEach(all::remove));
    view.unbind();
    attempt(() -> libraries.close(used));
    loaded.close();
  }

  private List<Statistic> counted() {
    return loaded.exports().counted();
  }

  ExtraWorkers workers() {
    return workers;
  }

  private List<RpcCommand> commands() {
    return loaded.exports().commands();
  }

  private void attempt(Runnable ending) {
    try {
      ending.run();
    } catch (RuntimeException | LinkageError e) {
      ModuleLog.LOG.destroyFailed(loaded.name(), e);
    }
  }
}

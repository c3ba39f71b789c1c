// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.ModuleException;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.Globals;
import org.signalbox.routing.Routing;
import org.signalbox.routing.TransactionControl;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;
import org.signalbox.worker.WorkerGroup;
import org.signalbox.worker.WorkerGroupSettings;
import org.signalbox.worker.WorkerGroups;

/** The export table of {@code async}, and its life (async.md). */
public final class AsyncModule implements SignalboxModule {
  /** The workers that go on after seconds: {@code modparam("async", "workers", N)}. */
  static final String TIMERS = "async";

  private final Port<Work> work = Port.to(Work.class);
  private final Port<Async> self = Port.to(Async.class);
  private final AsyncCounters counters = new AsyncCounters();
  private final AsyncFunctions functions = new AsyncFunctions(work);
  private ParameterValues parameters = ParameterValues.DEFAULTS;
  private @Nullable WaitingRequests waiting;

  @Override
  public String name() {
    return "async";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(AsyncSettings.all())
        .functions(functions.all())
        .variables(TaskData.variables())
        .statistics(counters.all(() -> async().map(Async::size).orElse(0)))
        .eventRoutes(Tasks.EVENT)
        .commands(new AsyncCommands(self).all())
        .build();
  }

  @Override
  public void init(ParameterValues given, Bindings bindings) {
    parameters = given;
  }

  @Override
  public void start(Bindings bindings) {
    AsyncSettings settings = AsyncSettings.of(parameters);
    WorkerGroups groups = bindings.require(WorkerGroups.class);
    if (functions.tasks() && groups.find(WorkerGroups.DEFAULT).isEmpty()) {
      throw new ModuleException(
          "async task framework was not initialized - set async_workers parameter in core");
    }
    TransactionControl transactions = bindings.find(TransactionControl.class).orElse(null);
    if (settings.transactions() && transactions == null) {
      throw new ModuleException(
          "async suspends requests in transactions: load tm.so, or set its mode to 1");
    }
    TimerWheel wheel = bindings.require(TimerWheel.class);
    WaitingRequests table =
        new WaitingRequests(
            wheel, bindings.require(TimeSource.class), groups, counters, settings.maxWaiting());
    waiting = table;
    Work.Ports ports =
        new Work.Ports(
            bindings.require(Routing.class),
            groups,
            bindings.require(Globals.class),
            settings.transactions() ? transactions : null);
    bindings.bind(Work.class, new Work(settings, ports, table, timers(settings, groups)));
    bindings.bind(Async.class, table);
    work.connect(bindings);
    self.connect(bindings);
  }

  private static @Nullable WorkerGroup timers(AsyncSettings settings, WorkerGroups groups) {
    return settings.workers() == 0
        ? null
        : groups.own(new WorkerGroupSettings(TIMERS, settings.workers(), settings.maxWaiting()));
  }

  /** The requests that wait; empty before the module is started and after it was destroyed. */
  Optional<Async> async() {
    return Optional.ofNullable(waiting);
  }

  /** What its functions do; empty before the module is started and after it was destroyed. */
  Optional<Work> work() {
    return waiting == null ? Optional.empty() : Optional.of(work.get());
  }

  @Override
  public void destroy() {
    WaitingRequests ending = waiting;
    if (ending != null) {
      waiting = null;
      int waited = ending.close();
      if (waited > 0) {
        AsyncLog.LOG.ended(waited);
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.DataDirectory;
import org.signalbox.module.Exports;
import org.signalbox.module.ModuleException;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.module.UserAgent;
import org.signalbox.resolver.Resolver;
import org.signalbox.routing.Routing;
import org.signalbox.routing.Sockets;
import org.signalbox.timer.TimeSource;
import org.signalbox.transaction.TransactionLayer;
import org.signalbox.worker.Handover;
import org.signalbox.worker.WorkerGroups;

/** What {@code loadmodule "keepalive.so"} brings: its parameters, and the watch they describe. */
public final class KeepaliveModule implements SignalboxModule {
  private static final String NAME = "keepalive";
  private static final long MOST = 10_000_000;

  static final Parameter<List<String>> DESTINATION =
      Parameter.texts("destination", KeepaliveModule::destinationProblem);

  /** Ours: Kamailio knows no bound. */
  static final Parameter<Long> MAX_DESTINATIONS =
      Parameter.integer("max_destinations", 1_000_000, between(1, MOST)::problem);

  /** Ours: 0 makes {@code keepalive.list} answer with one destination, as Kamailio does. */
  static final Parameter<Boolean> LIST_ALL = Parameter.flag("rpc_list_all", true);

  /** Ours: a longer list is not put together in memory. */
  static final Parameter<Long> LIST_MAX =
      Parameter.integer("rpc_list_max", 100_000, between(0, MOST)::problem);

  private final Port<Keepalive> self = Port.to(Keepalive.class);
  private final DefaultSettings defaults = new DefaultSettings();
  private ParameterValues parameters = ParameterValues.DEFAULTS;
  private @Nullable DestinationWatch watch;
  private @Nullable DirectoryLock lock;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .needs("tm")
        .parameters(defaults.parameters())
        .parameters(DESTINATION, MAX_DESTINATIONS, LIST_ALL, LIST_MAX)
        .functions(new KeepaliveFunctions(self).all())
        .variables(Told.variables())
        .eventRoutes(StateRoutes.UP, StateRoutes.DOWN)
        .commands(new KeepaliveCommands(self, this::listing).all())
        .commands(new OrderCommands(self).all())
        .build();
  }

  @Override
  public void init(ParameterValues given, Bindings bindings) {
    parameters = given;
  }

  @Override
  public void start(Bindings bindings) {
    TimeSource time = bindings.require(TimeSource.class);
    Executor worker = worker(bindings.require(WorkerGroups.class));
    PingSender sender = bindings.find(PingSender.class).orElseGet(() -> sender(bindings));
    JournalDoor journal =
        bindings
            .find(DataDirectory.class)
            .map(directory -> journal(directory.path().resolve(NAME), time, worker))
            .orElse(JournalDoor.NONE);
    int bound = Math.toIntExact(parameters.value(MAX_DESTINATIONS));
    int known = parameters.value(DESTINATION).size() + journal.remembered().entries().size();
    if (known > bound) {
      journal.changes().close();
      throw new ModuleException(
          "max_destinations is %d, but %d are named in the file or were added at run time"
              .formatted(bound, known));
    }
    DestinationWatch begun =
        new DestinationWatch(
            defaults.settings(parameters),
            bound,
            new DestinationWatch.Ports(time, sender, worker, journal.changes()));
    watch = begun;
    begun
        .open(parameters.value(DESTINATION), journal.remembered())
        .forEach(KeepaliveLog.LOG::namedTwice);
    begun.listen(new ChangeNotes(time));
    bindings.find(Routing.class).map(StateRoutes::new).ifPresent(begun::listen);
    bindings.bind(Keepalive.class, begun);
    self.connect(bindings);
  }

  @Override
  public void destroy() {
    DestinationWatch ending = watch;
    if (ending != null) {
      watch = null;
      ending.close();
    }
    DirectoryLock held = lock;
    if (held != null) {
      lock = null;
      try {
        held.close();
      } catch (IOException e) {
        KeepaliveLog.LOG.journalUnusable(Path.of(DirectoryLock.NAME), e);
      }
    }
  }

  private KeepaliveCommands.Listing listing() {
    return new KeepaliveCommands.Listing(parameters.value(LIST_ALL), parameters.value(LIST_MAX));
  }

  private JournalDoor journal(Path directory, TimeSource time, Executor worker) {
    try {
      lock = DirectoryLock.take(directory);
    } catch (IOException e) {
      KeepaliveLog.LOG.journalUnusable(directory, e);
      return JournalDoor.NONE;
    }
    return JournalDoor.open(directory, time, worker);
  }

  /** The running watch; empty before the module is started and after it was destroyed. */
  Optional<DestinationWatch> watch() {
    return Optional.ofNullable(watch);
  }

  private static PingSender sender(Bindings bindings) {
    return new TransactionPingSender(
        bindings.require(TransactionLayer.class),
        bindings.require(Resolver.class),
        bindings.find(Sockets.class).orElse(List::of),
        bindings.require(TimeSource.class),
        bindings.find(UserAgent.class).orElse(UserAgent.DEFAULT).line());
  }

  /** The group that serves events, asked for anew each time because a file may replace it. */
  private static Executor worker(WorkerGroups groups) {
    return task -> {
      if (groups.events().submit(task) != Handover.ACCEPTED) {
        throw new RejectedExecutionException("no worker is free");
      }
    };
  }

  private static @Nullable String destinationProblem(String uri) {
    return DestinationUri.normal(uri) == null ? "this is not a SIP URI that can be pinged" : null;
  }

  private static Range between(long least, long most) {
    return new Range(least, most);
  }

  private record Range(long least, long most) {
    @Nullable String problem(long value) {
      boolean inside = value >= least && value <= most;
      return inside ? null : "it must be from " + least + " to " + most;
    }
  }
}

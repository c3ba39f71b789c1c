// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.Routing;
import org.signalbox.routing.TransactionControl;
import org.signalbox.timer.TimeSource;
import org.signalbox.worker.WorkerGroups;

/** What {@code loadmodule "siprepo.so"} brings: its parameters, and the table they describe. */
public final class SiprepoModule implements SignalboxModule {
  private static final long LONGEST = Integer.MAX_VALUE;

  /** Parts of the table that are used independently of each other. */
  static final Parameter<Long> HASH_SIZE = Parameter.integer("hash_size", 256, between(1, 1 << 20));

  /** Seconds after which a message is not found any more. */
  static final Parameter<Long> EXPIRE = Parameter.integer("expire", 180, between(1, LONGEST));

  /** Seconds between two sweeps. */
  static final Parameter<Long> TIMER_INTERVAL =
      Parameter.integer("timer_interval", 10, between(1, LONGEST));

  /** How many sweepers share the work; with none nothing expires. */
  static final Parameter<Long> TIMER_PROCS = Parameter.integer("timer_procs", 1, between(0, 64));

  /** Ours: most messages. */
  static final Parameter<Long> MAX_ITEMS =
      Parameter.integer("max_items", 1_000_000, between(1, 100_000_000));

  /** Ours: most bytes of memory for all messages together. */
  static final Parameter<Long> MAX_BYTES =
      Parameter.large(
          "max_bytes",
          1 << 28,
          value -> value > 0 ? null : "it must be from 1 on; above 2147483647 in quotes");

  /** Ours: 1 makes misses, duplicates and missing routes return 1, as Kamailio does. */
  static final Parameter<Boolean> ALWAYS_ONE = Parameter.flag("always_one", false);

  private final SiprepoCounters counters = new SiprepoCounters();
  private final Port<Repository> self = Port.to(Repository.class);
  private volatile ParameterValues parameters = ParameterValues.DEFAULTS;
  private volatile @Nullable Repository repository;

  @Override
  public String name() {
    return "siprepo";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(HASH_SIZE, EXPIRE, TIMER_INTERVAL, TIMER_PROCS)
        .parameters(MAX_ITEMS, MAX_BYTES, ALWAYS_ONE)
        .functions(new SiprepoFunctions(self, () -> parameters.value(ALWAYS_ONE)).all())
        .commands(new SiprepoCommands(self, counters).all())
        .statistics(counters.all(this))
        .build();
  }

  @Override
  public void init(ParameterValues given, Bindings bindings) {
    parameters = given;
  }

  @Override
  public void start(Bindings bindings) {
    MessageTable table =
        new MessageTable(bounds(), bindings.require(TimeSource.class), counters.expired);
    Pulling pulling =
        new Pulling(
            table,
            counters,
            bindings.require(Routing.class),
            bindings.find(TransactionControl.class).orElse(null));
    Repository begun =
        new Repository(table, counters, pulling, bindings.require(WorkerGroups.class));
    repository = begun;
    bindings.bind(SipRepository.class, begun).bind(Repository.class, begun);
    self.connect(bindings);
  }

  @Override
  public void destroy() {
    repository = null;
  }

  private TableBounds bounds() {
    return new TableBounds(
        Math.toIntExact(parameters.value(HASH_SIZE)),
        parameters.value(MAX_ITEMS),
        parameters.value(MAX_BYTES),
        sweepers() == 0 ? TableBounds.NEVER : Duration.ofSeconds(parameters.value(EXPIRE)));
  }

  /** The running repository; empty before the module is started and after it was destroyed. */
  Optional<Repository> repository() {
    return Optional.ofNullable(repository);
  }

  int sweepers() {
    return Math.toIntExact(parameters.value(TIMER_PROCS));
  }

  Duration sweepInterval() {
    return Duration.ofSeconds(parameters.value(TIMER_INTERVAL));
  }

  long messages() {
    Repository running = repository;
    return running == null ? 0 : running.count();
  }

  long bytes() {
    Repository running = repository;
    return running == null ? 0 : running.bytes();
  }

  private static LongFunction<@Nullable String> between(long least, long most) {
    return value ->
        value >= least && value <= most ? null : "it must be from " + least + " to " + most;
  }
}

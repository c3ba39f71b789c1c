// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.module.Preparations.plain;
import static org.signalbox.module.Preparations.text;
import static org.signalbox.module.Preparations.texts;
import static org.signalbox.module.Preparations.textsAndNumber;
import static org.signalbox.script.FunctionSignature.ParameterKind.CONSTANT;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.library.htable.Tests.Side;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.LogSink;
import org.signalbox.routing.Routing;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.timer.Period;
import org.signalbox.timer.PeriodicTimer;
import org.signalbox.timer.PeriodicTimers;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;
import org.signalbox.worker.WorkerGroups;

/** The export table of {@code htable} (modules.md §15). */
public final class HtableModule implements SignalboxModule {
  /** Tables, one each time: {@code name=>size=4;autoexpire=7200;initval=1;updateexpire=1}. */
  static final Parameter<List<TableSettings>> HTABLE =
      Parameter.function("htable", TableSettings::of);

  /** How often tables are searched for items that are over, in seconds. */
  public static final Parameter<Long> TIMER_INTERVAL =
      Parameter.integer("timer_interval", 20, value -> value < 1 ? "it must be 1 or more" : null);

  /** How many items a table may have; a further one is refused. */
  public static final Parameter<Long> MAX_ITEMS =
      Parameter.integer(
          "max_items",
          1_000_000,
          value -> value < 1 || value > Integer.MAX_VALUE ? "it must be 1 or more" : null);

  /** Where tables would be kept. */
  public static final Parameter<String> DB_URL = Parameter.text("db_url", "");

  /** Whether other servers get copies. */
  public static final Parameter<Boolean> ENABLE_DMQ = Parameter.flag("enable_dmq", false);

  /** A function of a script in another language, instead of event routes. */
  public static final Parameter<String> EVENT_CALLBACK = Parameter.text("event_callback", "");

  /** What only means something with one of the three above. */
  private static final Parameter<?>[] WITHOUT_EFFECT = {
    Parameter.text("key_name_column", "key_name"),
    Parameter.text("key_type_column", "key_type"),
    Parameter.text("value_type_column", "value_type"),
    Parameter.text("key_value_column", "key_value"),
    Parameter.text("expires_column", "expires"),
    Parameter.text("array_size_suffix", "::size"),
    Parameter.integer("event_callback_mode", 0),
    Parameter.integer("fetch_rows", 100),
    Parameter.integer("db_expires", 0),
    Parameter.integer("dmq_init_sync", 0),
    Parameter.integer("timer_procs", 0),
  };

  private final Port<Routing> routing = Port.to(Routing.class);
  private final Port<WorkerGroups> workers = Port.to(WorkerGroups.class);
  private final Port<LogSink> log = Port.to(LogSink.class);
  private final Tables tables = new Tables();
  private final TableVariables variables = new TableVariables(tables);
  private final TableFunctions items = new TableFunctions(tables, log);
  private final IteratorFunctions iterators = new IteratorFunctions(tables);
  private final TableEvents events = new TableEvents(routing, workers);
  private long interval = TIMER_INTERVAL.initial();
  private @Nullable PeriodicTimer sweeper;

  @Override
  public String name() {
    return "htable";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(HTABLE, TIMER_INTERVAL, MAX_ITEMS, DB_URL, ENABLE_DMQ, EVENT_CALLBACK)
        .parameters(WITHOUT_EFFECT)
        .variables(variables.family())
        .functions(ofItems())
        .functions(ofIterators())
        .commands(new TableCommands(tables).all())
        .eventRoutes(TableEvents.INIT)
        .build();
  }

  private ScriptFunction[] ofItems() {
    return new ScriptFunction[] {
      Functions.of("sht_rm", ANY, texts(items::remove), TEXT, TEXT),
      Functions.of("sht_reset", ANY, text(items::reset), TEXT),
      Functions.of("sht_is_null", ANY, texts(items::isNull), TEXT, TEXT),
      Functions.of("sht_inc", ANY, texts(items::increment), TEXT, TEXT),
      Functions.of("sht_dec", ANY, texts(items::decrement), TEXT, TEXT),
      Functions.of("sht_setxs", ANY, items::setText, TEXT, TEXT, TEXT, INTEGER),
      Functions.of("sht_setxi", ANY, items::setNumber, TEXT, TEXT, INTEGER, INTEGER),
      Functions.of("sht_rm_name_re", ANY, a -> items.removeRegex(a, Side.NAME), CONSTANT),
      Functions.of("sht_rm_value_re", ANY, a -> items.removeRegex(a, Side.VALUE), CONSTANT),
      removing("sht_rm_name", Side.NAME),
      removing("sht_rm_value", Side.VALUE),
      searching("sht_match_name", Side.NAME),
      searching("sht_has_name", Side.NAME),
      searching("sht_match_str_value", Side.VALUE),
      searching("sht_has_str_value", Side.VALUE),
      Functions.of("sht_lock", ANY, items::lock, CONSTANT),
      Functions.of("sht_unlock", ANY, items::unlock, CONSTANT),
      Functions.of("sht_print", ANY, plain(items::print)),
    };
  }

  private ScriptFunction[] ofIterators() {
    return new ScriptFunction[] {
      Functions.of("sht_iterator_start", ANY, texts(iterators::start), TEXT, TEXT),
      Functions.of("sht_iterator_next", ANY, text(iterators::next), TEXT),
      Functions.of("sht_iterator_end", ANY, text(iterators::end), TEXT),
      Functions.of("sht_iterator_rm", ANY, text(iterators::remove), TEXT),
      Functions.of("sht_iterator_sets", ANY, texts(iterators::setText), TEXT, TEXT),
      Functions.of("sht_iterator_seti", ANY, textsAndNumber(iterators::setNumber), TEXT, INTEGER),
      Functions.of("sht_iterator_setex", ANY, textsAndNumber(iterators::setEnd), TEXT, INTEGER),
    };
  }

  private ScriptFunction removing(String name, Side side) {
    return Functions.of(
        name,
        ANY,
        texts((frame, given) -> items.removeMatching(frame, given, side)),
        TEXT,
        TEXT,
        TEXT);
  }

  private ScriptFunction searching(String name, Side side) {
    return Functions.of(
        name, ANY, texts((frame, given) -> items.has(frame, given, side)), TEXT, TEXT, TEXT);
  }

  @Override
  public @Nullable String problem(ParameterValues parameters) {
    if (!parameters.value(DB_URL).isEmpty()) {
      return "tables cannot be kept in a database yet: take db_url out";
    }
    if (parameters.value(ENABLE_DMQ)) {
      return "tables cannot be copied to other servers yet: take enable_dmq out";
    }
    return parameters.value(EVENT_CALLBACK).isEmpty()
        ? null
        : "there are no scripts in other languages: write event routes instead of event_callback";
  }

  @Override
  public void init(ParameterValues parameters, Bindings bindings) {
    routing.connect(bindings);
    workers.connect(bindings);
    log.connect(bindings);
    interval = parameters.value(TIMER_INTERVAL);
    int most = (int) (long) parameters.value(MAX_ITEMS);
    Table.Bounds bounds =
        new Table.Bounds(bindings.require(TimeSource.class), most, events::overwritten);
    parameters.value(HTABLE).forEach(table -> tables.add(table, bounds));
  }

  @Override
  public void start(Bindings bindings) {
    routing.get().atBegin(events::begin);
    Period period = Period.every(Duration.ofSeconds(interval));
    sweeper =
        new PeriodicTimers(bindings.require(TimerWheel.class), bindings.require(TimeSource.class))
            .register(
                period,
                task -> workers.get().events().execute(task),
                seconds -> tables.sweep(events::ended));
  }

  @Override
  public void destroy() {
    PeriodicTimer running = sweeper;
    if (running != null) {
      running.close();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.cfgutils;

import static org.signalbox.module.Functions.ANY;
import static org.signalbox.module.Preparations.number;
import static org.signalbox.module.Preparations.plain;
import static org.signalbox.module.Preparations.text;
import static org.signalbox.script.FunctionSignature.ParameterKind.INTEGER;
import static org.signalbox.script.FunctionSignature.ParameterKind.TEXT;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Functions;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.Port;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.LogSink;
import org.signalbox.script.variable.VariableTable;

/** The export table of {@code cfgutils} (modules.md §12). */
public final class CfgutilsModule implements SignalboxModule {
  /** With which probability {@code rand_event} happens, in percent. */
  public static final Parameter<Long> INITIAL_PROBABILITY =
      Parameter.integer("initial_probability", Chance.DEFAULT, Chance::problem);

  /** The flags of the server at its start. */
  public static final Parameter<Long> INITIAL_GFLAGS = Parameter.integer("initial_gflags", 0);

  /** A file whose digest RPC tells and compares. */
  public static final Parameter<String> HASH_FILE = Parameter.text("hash_file", "");

  /** The locks are for 2 to this power of keys at a time; 0 for none. */
  public static final Parameter<Long> LOCK_SET_SIZE =
      Parameter.integer("lock_set_size", 0, KeyLocks::problem);

  /** How long {@code lock} waits, in milliseconds; Kamailio would wait for ever. */
  public static final Parameter<Long> LOCK_TIMEOUT =
      Parameter.integer(
          "lock_timeout", 10_000, value -> value < 0 ? "it must not be negative" : null);

  private final Port<LogSink> log = Port.to(LogSink.class);
  private final Chance chance = new Chance();
  private final GlobalFlags flags = new GlobalFlags();
  private final KeyLocks locks = new KeyLocks();
  private final HashedFile file = new HashedFile();
  private final Pause pause = new Pause();
  private final Diagnosis diagnosis = new Diagnosis(log);

  @Override
  public String name() {
    return "cfgutils";
  }

  @Override
  public Exports exports() {
    return Exports.builder()
        .parameters(INITIAL_PROBABILITY, INITIAL_GFLAGS, HASH_FILE, LOCK_SET_SIZE, LOCK_TIMEOUT)
        .variables(VariableTable.builder().number("RANDOM", frame -> random()).build())
        .functions(
            Functions.of("lock", ANY, text(locks::lock), TEXT),
            Functions.of("unlock", ANY, text(locks::unlock), TEXT),
            Functions.of("trylock", ANY, text(locks::tryLock), TEXT),
            Functions.of("sleep", ANY, number(pause::seconds), INTEGER),
            Functions.of("usleep", ANY, number(pause::micros), INTEGER),
            Functions.of("rand_set_prob", ANY, number(chance::set), INTEGER),
            Functions.of("rand_reset_prob", ANY, plain(chance::reset)),
            Functions.of("rand_get_prob", ANY, plain(chance::percent)),
            Functions.of("rand_event", ANY, plain(chance::happens)),
            Functions.of("set_gflag", ANY, number(flags::set), INTEGER),
            Functions.of("reset_gflag", ANY, number(flags::reset), INTEGER),
            Functions.of("is_gflag", ANY, number(flags::areSet), INTEGER),
            Functions.of("core_hash", ANY, Hashing::coreHash, TEXT, TEXT, INTEGER),
            Functions.of("check_route_exists", ANY, text(Routes::exists), TEXT),
            Functions.of("route_if_exists", ANY, text(Routes::runIfExists), TEXT),
            Functions.of("abort", ANY, plain(diagnosis::abort)),
            Functions.of("pkg_status", ANY, plain(diagnosis::memory)),
            Functions.of("shm_status", ANY, plain(diagnosis::memory)),
            Functions.of("pkg_summary", ANY, plain(diagnosis::memory)),
            Functions.of("shm_summary", ANY, plain(diagnosis::memory)))
        .commands(chance.commands())
        .commands(flags.commands())
        .commands(file.commands())
        .build();
  }

  @Override
  public void init(ParameterValues parameters, Bindings bindings) {
    log.connect(bindings);
    file.begin(parameters.value(HASH_FILE));
    chance.begin(parameters.value(INITIAL_PROBABILITY));
    flags.begin(parameters.value(INITIAL_GFLAGS));
    long exponent = parameters.value(LOCK_SET_SIZE);
    locks.begin((int) exponent, Duration.ofMillis(parameters.value(LOCK_TIMEOUT)));
  }

  @Override
  public void destroy() {
    pause.end();
  }

  private static int random() {
    return ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Parameter;
import org.signalbox.module.RuntimeGroup;
import org.signalbox.transaction.TransactionLayer;
import org.signalbox.transaction.TransactionTimers;

/** The timers of transactions that begin from now on, in milliseconds (modules.md §2.6). */
final class TimerGroup implements RuntimeGroup {
  /**
   * One of them.
   *
   * @param reading finds it among all
   * @param change gives all with this one changed
   */
  private record Timer(
      Parameter<Long> parameter,
      String meaning,
      Function<TransactionTimers, Duration> reading,
      BiFunction<TransactionTimers, Duration, TransactionTimers> change) {}

  private static final List<Timer> TIMERS =
      List.of(
          new Timer(
              TmParameters.FR_TIMER,
              "until the final answer, or the first one to an INVITE",
              TransactionTimers::fr,
              (timers, time) -> timers.withFinalResponse(time, timers.frInv())),
          new Timer(
              TmParameters.FR_INV_TIMER,
              "from a provisional answer to an INVITE until the next one",
              TransactionTimers::frInv,
              (timers, time) -> timers.withFinalResponse(timers.fr(), time)),
          new Timer(
              TmParameters.RETR_TIMER1,
              "until the first retransmission",
              TransactionTimers::t1,
              (timers, time) -> timers.withRetransmission(time, timers.t2())),
          new Timer(
              TmParameters.RETR_TIMER2,
              "the longest pause between retransmissions",
              TransactionTimers::t2,
              (timers, time) -> timers.withRetransmission(timers.t1(), time)),
          new Timer(
              TmParameters.WT_TIMER,
              "how long a finished transaction absorbs what is late",
              TransactionTimers::linger,
              TransactionTimers::withLinger),
          new Timer(
              TmParameters.MAX_INV_LIFETIME,
              "the longest life of an INVITE transaction",
              TransactionTimers::lifetimeInv,
              (timers, time) -> timers.withLifetime(timers.lifetime(), time)),
          new Timer(
              TmParameters.MAX_NONINV_LIFETIME,
              "the longest life of any other transaction",
              TransactionTimers::lifetime,
              (timers, time) -> timers.withLifetime(time, timers.lifetimeInv())));

  private final TmPorts ports;

  /** What the file says; null before the start. */
  private volatile @Nullable TransactionTimers initial;

  TimerGroup(TmPorts ports) {
    this.ports = ports;
  }

  /** What the timers are now is what the file says. */
  void remember() {
    initial = transactions().timers();
  }

  private TransactionLayer transactions() {
    return ports.tm().transactions();
  }

  private static Timer timer(String name) {
    return TIMERS.stream()
        .filter(timer -> timer.parameter().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String name() {
    return "tm";
  }

  @Override
  public List<String> names() {
    return TIMERS.stream().map(timer -> timer.parameter().name()).toList();
  }

  @Override
  public boolean number(String name) {
    return true;
  }

  @Override
  public String description(String name) {
    return timer(name).meaning() + ", in milliseconds";
  }

  @Override
  public Object value(int instance, String name) {
    return timer(name).reading().apply(transactions().timers()).toMillis();
  }

  @Override
  public boolean takes(int instance, String name, Object value) {
    return instance == ITSELF && (Long) value > 0 && (Long) value <= Integer.MAX_VALUE;
  }

  @Override
  public synchronized boolean change(int instance, String name, Object value) {
    if (!takes(instance, name, value)) {
      return false;
    }
    TransactionLayer layer = transactions();
    layer.timers(timer(name).change().apply(layer.timers(), Duration.ofMillis((Long) value)));
    return true;
  }

  @Override
  public synchronized void reset(int instance) {
    TransactionTimers written = initial;
    if (written != null) {
      transactions().timers(written);
    }
  }
}

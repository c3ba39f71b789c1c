// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.time.Duration;
import java.util.Arrays;
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
  private enum Timer {
    FR_TIMER(
        TmParameters.FR_TIMER,
        "until the final answer, or the first one to an INVITE",
        TransactionTimers::fr,
        (timers, time) -> timers.withFinalResponse(time, timers.frInv())),
    FR_INV_TIMER(
        TmParameters.FR_INV_TIMER,
        "from a provisional answer to an INVITE until the next one",
        TransactionTimers::frInv,
        (timers, time) -> timers.withFinalResponse(timers.fr(), time)),
    RETR_TIMER1(
        TmParameters.RETR_TIMER1,
        "until the first retransmission",
        TransactionTimers::t1,
        (timers, time) -> timers.withRetransmission(time, timers.t2())),
    RETR_TIMER2(
        TmParameters.RETR_TIMER2,
        "the longest pause between retransmissions",
        TransactionTimers::t2,
        (timers, time) -> timers.withRetransmission(timers.t1(), time)),
    WT_TIMER(
        TmParameters.WT_TIMER,
        "how long a finished transaction absorbs what is late",
        TransactionTimers::linger,
        TransactionTimers::withLinger),
    MAX_INV_LIFETIME(
        TmParameters.MAX_INV_LIFETIME,
        "the longest life of an INVITE transaction",
        TransactionTimers::lifetimeInv,
        (timers, time) -> timers.withLifetime(timers.lifetime(), time)),
    MAX_NONINV_LIFETIME(
        TmParameters.MAX_NONINV_LIFETIME,
        "the longest life of any other transaction",
        TransactionTimers::lifetime,
        (timers, time) -> timers.withLifetime(time, timers.lifetimeInv()));

    private final String parameter;
    private final String meaning;
    private final Function<TransactionTimers, Duration> reading;
    private final BiFunction<TransactionTimers, Duration, TransactionTimers> change;

    Timer(
        Parameter<Long> parameter,
        String meaning,
        Function<TransactionTimers, Duration> reading,
        BiFunction<TransactionTimers, Duration, TransactionTimers> change) {
      this.parameter = parameter.name();
      this.meaning = meaning;
      this.reading = reading;
      this.change = change;
    }

    static Timer of(String name) {
      return Arrays.stream(values())
          .filter(timer -> timer.parameter.equals(name))
          .findFirst()
          .orElseThrow();
    }
  }

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

  @Override
  public String name() {
    return "tm";
  }

  @Override
  public List<String> names() {
    return Arrays.stream(Timer.values()).map(timer -> timer.parameter).toList();
  }

  @Override
  public boolean number(String name) {
    return true;
  }

  @Override
  public String description(String name) {
    return Timer.of(name).meaning + ", in milliseconds";
  }

  @Override
  public Object value(int instance, String name) {
    return Timer.of(name).reading.apply(transactions().timers()).toMillis();
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
    layer.timers(Timer.of(name).change.apply(layer.timers(), Duration.ofMillis((Long) value)));
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

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** One registered handler and its next turn; made by {@link PeriodicTimers}. Thread-safe. */
public final class PeriodicTimer implements AutoCloseable {
  private static final Logger LOG = System.getLogger(PeriodicTimer.class.getName());

  private final PeriodicTimers timers;
  private final Period period;
  private final Executor executor;
  private final TickHandler handler;
  private final AtomicBoolean running = new AtomicBoolean();
  private final LongAdder missed = new LongAdder();
  private final TimerNode node = TimerNode.running(this::expired);
  private volatile boolean closed;

  /** When the next turn is; touched by {@link #arm} only, which has one caller at a time. */
  private long due;

  PeriodicTimer(PeriodicTimers timers, Period period, Executor executor, TickHandler handler) {
    this.timers = timers;
    this.period = period;
    this.executor = executor;
    this.handler = handler;
    this.due = timers.time().nanos();
  }

  /** Turns left out since the start: the handler was still running, or the server was stalled. */
  public long missed() {
    return missed.sum();
  }

  /** No further turn begins; one that is running ends by itself. */
  @Override
  public void close() {
    closed = true;
    timers.wheel().cancel(node);
  }

  void arm() {
    long now = timers.time().nanos();
    if (period.pace() == Pace.AFTER_EACH_RUN) {
      due = now;
    }
    due += period.nanos();
    if (due <= now) {
      long late = (now - due) / period.nanos() + 1;
      missed.add(late);
      due += late * period.nanos();
    }
    timers.wheel().start(node, due - now);
    if (closed) {
      timers.wheel().cancel(node);
    }
  }

  private void expired() {
    boolean begun = begin();
    if (!begun) {
      missed.increment();
    }
    if (!begun || period.pace() == Pace.STEADY) {
      arm();
    }
  }

  private boolean begin() {
    if (!running.compareAndSet(false, true)) {
      return false;
    }
    try {
      executor.execute(this::run);
      return true;
    } catch (RejectedExecutionException e) {
      running.set(false);
      return false;
    }
  }

  private void run() {
    try {
      if (!closed) {
        handler.tick(timers.ticks().seconds());
      }
    } catch (Exception e) {
      LOG.log(Level.ERROR, "A periodic timer failed; it goes on with its next turn.", e);
    } finally {
      running.set(false);
      if (period.pace() == Pace.AFTER_EACH_RUN && !closed) {
        arm();
      }
    }
  }
}

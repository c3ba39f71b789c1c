// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

import java.util.concurrent.Executor;

/**
 * Where periodic handlers are registered (guide, chapter 15).
 *
 * <p>A short handler takes {@code Runnable::run} as its executor and runs on the thread of the
 * wheel; one that may block takes an executor of its own, so that it delays nobody.
 */
public final class PeriodicTimers {
  private final TimerWheel wheel;
  private final TimeSource time;
  private final Ticks ticks;

  public PeriodicTimers(TimerWheel wheel, TimeSource time) {
    this.wheel = wheel;
    this.time = time;
    this.ticks = new Ticks(time);
  }

  /** Has the handler run once per period, for the first time after one period. */
  public PeriodicTimer register(Period period, Executor executor, TickHandler handler) {
    PeriodicTimer timer = new PeriodicTimer(this, period, executor, handler);
    timer.arm();
    return timer;
  }

  /** Ticks since this was built. */
  public Ticks ticks() {
    return ticks;
  }

  TimerWheel wheel() {
    return wheel;
  }

  TimeSource time() {
    return time;
  }
}

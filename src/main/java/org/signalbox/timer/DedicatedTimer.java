// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

import java.time.Duration;

/**
 * A periodic timer with a thread of its own, exact to the millisecond, for work that takes a while.
 *
 * <p>Run it on the thread that is to serve it; it returns soon after {@link #close}.
 */
public final class DedicatedTimer implements Runnable, AutoCloseable {
  private final WheelDriver driver;
  private final PeriodicTimer timer;

  /** The first turn comes one period from now. */
  public DedicatedTimer(TimeSource time, Period period, TickHandler handler) {
    TimerWheel wheel = new TimerWheel(time, Duration.ofMillis(1));
    driver = new WheelDriver(wheel);
    timer = new PeriodicTimers(wheel, time).register(period, Runnable::run, handler);
  }

  @Override
  public void run() {
    driver.run();
  }

  /** Ends {@link #run} without waiting for it; join the thread afterwards. */
  @Override
  public void close() {
    timer.close();
    driver.stop();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Turns a wheel on the thread that runs it, and sleeps until something is due.
 *
 * <p>Run it once; it returns soon after {@link #stop}. Interrupts do not end it.
 */
public final class WheelDriver implements Runnable {
  private static final Logger LOG = System.getLogger(WheelDriver.class.getName());

  private final TimerWheel wheel;
  private volatile boolean stopped;

  public WheelDriver(TimerWheel wheel) {
    this.wheel = wheel;
  }

  @Override
  public void run() {
    Alarm alarm = wheel.alarm();
    alarm.sleeper(Thread.currentThread());
    while (!stopped) {
      turn();
      Thread.interrupted(); // left set, it would keep the thread from sleeping
      if (!stopped) {
        alarm.sleep(wheel);
      }
    }
  }

  /** Ends the run from any thread without waiting for it; join the thread afterwards. */
  public void stop() {
    stopped = true;
    wheel.alarm().ring();
  }

  // Also errors: without its timers the server retransmits nothing and forgets nothing.
  private void turn() {
    boolean done = false;
    while (!done && !stopped) {
      try {
        wheel.advance();
        done = true;
      } catch (Throwable e) {
        LOG.log(Level.ERROR, "A timer failed; the other timers go on.", e);
      }
    }
  }
}

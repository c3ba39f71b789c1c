// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.io.Serializable;
import java.time.Duration;
import javax.servlet.sip.ServletTimer;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.TimerListener;
import javax.servlet.sip.TimerService;
import org.jspecify.annotations.Nullable;

/** The {@code TimerService}: timers on the one wheel, none of which outlives the server. */
final class WheelTimerService implements TimerService {
  private final SessionTable table;

  WheelTimerService(SessionTable table) {
    this.table = table;
  }

  @Override
  public ServletTimer createTimer(
      SipApplicationSession session, long delay, boolean persistent, @Nullable Serializable info) {
    return started(
        session, new WheelTimer.Schedule(Duration.ofMillis(delay), Duration.ZERO, false), info);
  }

  @Override
  public ServletTimer createTimer(
      SipApplicationSession session,
      long delay,
      long period,
      boolean fixedDelay,
      boolean persistent,
      @Nullable Serializable info) {
    if (period <= 0) {
      throw new IllegalArgumentException("A period of " + period + " ms cannot repeat.");
    }
    return started(
        session,
        new WheelTimer.Schedule(Duration.ofMillis(delay), Duration.ofMillis(period), fixedDelay),
        info);
  }

  private ServletTimer started(
      SipApplicationSession session, WheelTimer.Schedule schedule, @Nullable Serializable info) {
    if (schedule.delay().isNegative()) {
      throw new IllegalArgumentException("A delay of " + schedule.delay() + " has passed already.");
    }
    if (!(session instanceof ExpiringApplicationSession own) || !session.isValid()) {
      throw new IllegalStateException("The SIP application session is invalid.");
    }
    if (!table.listeners().hear(TimerListener.class)) {
      throw new IllegalStateException("Nobody would hear the timer: declare a TimerListener.");
    }
    WheelTimer timer = new WheelTimer(table, own, schedule, info);
    timer.start();
    return timer;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;

/** Time that moves only when a test says so, and takes the wheels that hang on it along. */
public final class ManualTime implements TimeSource {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final List<TimerWheel> wheels = new CopyOnWriteArrayList<>();
  private volatile long nanos;

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public Instant instant() {
    return START.plusNanos(nanos);
  }

  /** What has been advanced in all. */
  public Duration elapsed() {
    return Duration.ofNanos(nanos);
  }

  /** A new wheel that this time drives: timers in whole milliseconds expire at their instant. */
  public TimerWheel wheel() {
    return attach(new TimerWheel(this, Duration.ofMillis(1)));
  }

  /** Makes {@link #advance} drive this wheel too. */
  public TimerWheel attach(TimerWheel wheel) {
    wheels.add(wheel);
    return wheel;
  }

  /** Moves on, stopping wherever a timer is due, so that each expires at its own time in order. */
  public void advance(Duration step) {
    advance(step, () -> {});
  }

  /** The same; {@code settled} waits for what a timer has set going, before time goes on. */
  void advance(Duration step, Runnable settled) {
    long target = nanos + step.toNanos();
    for (long next = next(); next <= target; next = next()) {
      nanos = next;
      wheels.forEach(TimerWheel::advance);
      settled.run();
    }
    nanos = target;
    wheels.forEach(TimerWheel::advance);
    settled.run();
  }

  private long next() {
    long pause = wheels.stream().mapToLong(TimerWheel::nanosUntilNext).min().orElse(Long.MAX_VALUE);
    return pause == Long.MAX_VALUE ? Long.MAX_VALUE : nanos + pause;
  }
}

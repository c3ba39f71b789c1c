// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.io.Serializable;
import java.time.Duration;
import javax.servlet.sip.ServletTimer;
import javax.servlet.sip.SipApplicationSession;
import org.jspecify.annotations.Nullable;
import org.signalbox.timer.TimerNode;

/**
 * A {@code ServletTimer} that waits on the timer wheel as its own node.
 *
 * <p>Thread-safe; its schedule is guarded by {@code this}, the listener is called outside.
 */
final class WheelTimer extends TimerNode implements ServletTimer {
  private final SessionTable table;
  private final ExpiringApplicationSession session;
  private final String id;
  private final @Nullable Serializable info;
  private final Schedule schedule;

  /** Guarded by this. */
  private boolean over;

  /** When it expires next or did last, on the monotonic clock; guarded by this. */
  private long dueNanos;

  /** The same on the wall clock; guarded by this. */
  private long dueMillis;

  /**
   * When a timer expires.
   *
   * @param delay until the first time
   * @param period between two times; zero for once only
   * @param fixedDelay count the period from the end of the last call, not from its beginning
   */
  record Schedule(Duration delay, Duration period, boolean fixedDelay) {
    boolean repeats() {
      return !period.isZero();
    }
  }

  WheelTimer(
      SessionTable table,
      ExpiringApplicationSession session,
      Schedule schedule,
      @Nullable Serializable info) {
    this.table = table;
    this.session = session;
    this.id = table.nextId();
    this.schedule = schedule;
    this.info = info;
  }

  void start() {
    session.add(this);
    synchronized (this) {
      dueNanos = table.time().nanos();
      dueMillis = table.time().instant().toEpochMilli();
      after(schedule.delay());
    }
  }

  /** Counts from the last due time; what that has passed already comes at once. */
  private void after(Duration delay) {
    if (over) {
      return; // its session ended while it was being started
    }
    dueNanos += delay.toNanos();
    dueMillis += delay.toMillis();
    table.wheel().start(this, Math.max(0, dueNanos - table.time().nanos()));
  }

  /** On the wheel's thread: the listener runs elsewhere. */
  @Override
  protected void expired() {
    table.callbacks().execute(this::fire);
  }

  private void fire() {
    synchronized (this) {
      if (over) {
        return;
      }
      over = !schedule.repeats();
    }
    if (!schedule.repeats()) {
      session.remove(this);
    }
    table.listeners().timeout(this);
    if (schedule.repeats()) {
      again();
    } else {
      session.endWhenReady();
    }
  }

  private synchronized void again() {
    if (over) {
      return;
    }
    if (schedule.fixedDelay()) {
      dueNanos = table.time().nanos();
      dueMillis = table.time().instant().toEpochMilli();
    }
    after(schedule.period());
  }

  @Override
  public void cancel() {
    synchronized (this) {
      over = true;
      table.wheel().cancel(this);
    }
    session.remove(this);
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public SipApplicationSession getApplicationSession() {
    return session;
  }

  @Override
  public @Nullable Serializable getInfo() {
    return info;
  }

  @Override
  public synchronized long scheduledExecutionTime() {
    return dueMillis;
  }

  @Override
  public synchronized long getTimeRemaining() {
    return Duration.ofNanos(dueNanos - table.time().nanos()).toMillis();
  }
}

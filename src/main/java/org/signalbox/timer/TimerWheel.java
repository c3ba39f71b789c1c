// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The one timer wheel: O(1) start, restart and cancel from any thread, driven by one thread.
 *
 * <p>Split into stripes with a lock each; a node stays on the stripe of the thread that created it,
 * so threads that serve their own timers do not meet.
 */
public final class TimerWheel {
  /** Fine enough for timers in milliseconds; finer would cost a busy server a wake-up each. */
  public static final Duration TICK = Duration.ofMillis(5);

  private final TimeSource time;
  private final long origin;
  private final long tick;
  private final Stripe[] stripes;
  private final Alarm alarm = new Alarm();

  /** Belongs to the thread that drives. */
  private final Queue<Runnable> after = new ArrayDeque<>();

  public TimerWheel(TimeSource time) {
    this(time, TICK);
  }

  /**
   * A wheel of another fineness.
   *
   * @param tick 0.1 ms or more
   */
  public TimerWheel(TimeSource time, Duration tick) {
    if (tick.toNanos() < 100_000) {
      throw new IllegalArgumentException("a tick of " + tick + " is too short");
    }
    this.time = time;
    this.origin = time.nanos();
    this.tick = tick.toNanos();
    int processors = Math.min(16, Runtime.getRuntime().availableProcessors());
    stripes = new Stripe[2 * Integer.highestOneBit(processors)];
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = new Stripe();
    }
  }

  /**
   * Starts a node, or restarts it with a new delay if it is waiting.
   *
   * @param node the timer
   * @param delayNanos from now; never expires early, and late by at most one tick. 0 or less means
   *     the next tick
   */
  public void start(TimerNode node, long delayNanos) {
    long now = time.nanos() - origin;
    long deadline = now + Math.max(0, delayNanos);
    if (deadline < 0 || deadline > Long.MAX_VALUE - tick) {
      deadline = Long.MAX_VALUE - tick;
    }
    alarm.started(stripe(node).start(node, (deadline + tick - 1) / tick, now / tick));
  }

  /** As {@link #start(TimerNode, long)}. */
  public void start(TimerNode node, Duration delay) {
    start(node, delay.toNanos());
  }

  /**
   * Stops a node; true when it was waiting and will not expire any more. False also while it is
   * just expiring: its own room must decide that race.
   */
  public boolean cancel(TimerNode node) {
    return stripe(node).cancel(node);
  }

  /**
   * Runs what is due now, earlier ones first; called by the driving thread (or a test) only.
   * Returns how many expired. What a node throws passes through; the next call goes on behind it.
   */
  public int advance() {
    long now = (time.nanos() - origin) / tick;
    int expired = 0;
    try {
      expired = expire(now);
    } finally {
      for (Runnable next = after.poll(); next != null; next = after.poll()) {
        next.run();
      }
    }
    return expired;
  }

  /**
   * Runs an action once when everything that is due now has expired; called by what expires only,
   * on the thread that drives the wheel.
   */
  public void afterExpiries(Runnable action) {
    after.add(action);
  }

  private int expire(long now) {
    int expired = 0;
    for (Stripe stripe : stripes) {
      // One node per turn of the lock, so that a node can still be cancelled by the one before it.
      @Nullable TimerNode node;
      while ((node = stripe.poll(now)) != null) {
        if (!Stripe.isMove(node)) {
          expired++;
          node.expired();
        }
      }
    }
    return expired;
  }

  /** Nanoseconds until {@link #advance} has something to do; Long.MAX_VALUE when nothing waits. */
  public long nanosUntilNext() {
    return nanosUntil(nextTick());
  }

  /** How many nodes wait. */
  public int waiting() {
    int waiting = 0;
    for (Stripe stripe : stripes) {
      waiting += stripe.waiting();
    }
    return waiting;
  }

  long nextTick() {
    long next = Stripe.NEVER;
    for (Stripe stripe : stripes) {
      next = Math.min(next, stripe.next());
    }
    return next;
  }

  long nanosUntil(long dueTick) {
    return dueTick == Stripe.NEVER
        ? Long.MAX_VALUE
        : Math.max(0, dueTick * tick - (time.nanos() - origin));
  }

  Alarm alarm() {
    return alarm;
  }

  private Stripe stripe(TimerNode node) {
    return stripes[node.stripe & (stripes.length - 1)];
  }
}

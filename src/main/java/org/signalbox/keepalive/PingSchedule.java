// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;

/**
 * Knows who is due for a ping, without walking any list: a wheel of its own that the module's tick
 * drives, and rings that keep the pings of each interval spread evenly.
 *
 * <p>Thread-safe. A tick that comes late finds more due than it may start at once; the rest follows
 * in the next ticks, a little faster than usual, and nobody is pinged twice to make up.
 */
final class PingSchedule {
  /** A destination added alone is asked this soon. */
  static final Duration FIRST = Duration.ofMillis(500);

  /** Many added together follow each other at least this fast. */
  private static final long SLOWEST_PACE = Duration.ofMillis(50).toNanos();

  /** Single pings are spread as if they came back after this long. */
  private static final long ONCE = Duration.ofSeconds(30).toNanos();

  /** More intervals than these share one ring: spread at first, then left where they are. */
  private static final int MOST_RINGS = 256;

  private static final long LONGEST_TICK = Duration.ofMillis(250).toNanos();
  private static final double CATCH_UP = 1.25;
  private static final int ALWAYS_ALLOWED = 8;
  private static final double NANOS_SQUARED = 1e18;

  private final TimeSource time;
  private final TimerWheel wheel;

  /** Guarded by this, as are the seats in them. */
  private final Map<Long, PhaseRing> rings = new HashMap<>();

  /** Calls per second, times 10^9, over all seats. Guarded by this. */
  private long rate;

  /** Touched by the ticking thread only. */
  private final ArrayDeque<Seat> waiting = new ArrayDeque<>();

  private final AtomicBoolean ticking = new AtomicBoolean();
  private long lastTick;

  PingSchedule(TimeSource time) {
    this.time = time;
    wheel = new TimerWheel(time);
    lastTick = time.nanos();
  }

  /** Begins to call a seat, soon. Nothing happens if it is being called already. */
  synchronized void start(Seat seat) {
    start(seat, time.nanos() + FIRST.toNanos(), 0);
  }

  /** Begins to call many seats, the first calls spread over their interval. */
  synchronized void startAll(Collection<? extends Seat> seats) {
    long first = time.nanos() + FIRST.toNanos();
    int index = 0;
    for (Seat seat : seats) {
      long pace = Math.min(SLOWEST_PACE, length(seat) / seats.size());
      start(seat, first + index * pace, seats.size() - index - 1);
      index++;
    }
  }

  /** Ends the calls of a seat. */
  synchronized void stop(Seat seat) {
    PhaseRing ring = seat.ring;
    if (ring != null) {
      wheel.cancel(seat);
      leave(ring, seat);
    }
  }

  /** Sets the next call of a seat anew if its interval is another now, counted from the last. */
  synchronized void retime(Seat seat) {
    PhaseRing ring = seat.ring;
    if (ring == null || seat.interval().isZero() || length(seat) == seat.length) {
      return;
    }
    long now = time.nanos();
    long last = seat.due - seat.length;
    wheel.cancel(seat);
    leave(ring, seat);
    join(seat, Math.max(now, last + length(seat)), 0);
    wheel.start(seat, seat.due - now);
  }

  /** Whether a seat is being called. */
  synchronized boolean scheduled(Seat seat) {
    return seat.ring != null;
  }

  /**
   * Calls who is due. A second thread that comes while the first is at it does nothing.
   *
   * @return how many were called
   */
  int tick() {
    if (!ticking.compareAndSet(false, true)) {
      return 0;
    }
    try {
      wheel.advance();
      long now = time.nanos();
      int allowed = allowed(Math.min(now - lastTick, LONGEST_TICK));
      lastTick = now;
      int called = 0;
      @Nullable Seat seat;
      while (called < allowed && (seat = waiting.poll()) != null) {
        if (goesOn(seat, now)) {
          called++;
          call(seat);
        }
      }
      return called;
    } finally {
      ticking.set(false);
    }
  }

  /** How long until somebody is due; to be asked between two ticks. */
  Duration untilNext() {
    return waiting.isEmpty() ? Duration.ofNanos(wheel.nanosUntilNext()) : Duration.ZERO;
  }

  /** Called by the wheel, on the ticking thread. */
  void due(Seat seat) {
    waiting.add(seat);
  }

  private void call(Seat seat) {
    try {
      seat.ping();
    } catch (RuntimeException e) {
      KeepaliveLog.LOG.pingFailed(e);
    }
  }

  private void start(Seat seat, long from, int more) {
    if (seat.ring == null) {
      join(seat, from, more);
      wheel.start(seat, seat.due - time.nanos());
    }
  }

  private void join(Seat seat, long from, int more) {
    seat.length = length(seat);
    seat.due = ring(seat.length).join(seat, from, more);
    rate += rate(seat);
  }

  /** Decides about a seat that is due, and sets its next time. */
  private synchronized boolean goesOn(Seat seat, long now) {
    PhaseRing ring = seat.ring;
    if (ring == null) {
      return false;
    }
    boolean wanted = seat.wanted();
    if (!wanted || seat.interval().isZero()) {
      leave(ring, seat);
      return wanted;
    }
    long interval = length(seat);
    if (interval == seat.length) {
      long missed = Math.max(0, (now - seat.due) / interval);
      seat.due += (missed + 1) * interval;
      if (ring.interval() == interval) {
        long due = ring.keep(seat, seat.due);
        seat.due = due > now ? due : due + interval;
      }
    } else {
      leave(ring, seat);
      join(seat, now + interval, 0);
    }
    wheel.start(seat, seat.due - now + seat.lateness(interval));
    return true;
  }

  private PhaseRing ring(long interval) {
    boolean own = rings.size() < MOST_RINGS || rings.containsKey(interval);
    return rings.computeIfAbsent(own ? interval : ONCE, PhaseRing::new);
  }

  private void leave(PhaseRing ring, Seat seat) {
    ring.leave(seat);
    rate -= rate(seat);
    if (ring.seats() == 0) {
      rings.remove(ring.interval());
    }
  }

  private synchronized int allowed(long elapsed) {
    return Math.max(ALWAYS_ALLOWED, (int) Math.ceil(rate * CATCH_UP * elapsed / NANOS_SQUARED));
  }

  private static long rate(Seat seat) {
    return (long) (NANOS_SQUARED / seat.length);
  }

  private static long length(Seat seat) {
    Duration interval = seat.interval();
    return interval.isZero() ? ONCE : interval.toNanos();
  }
}

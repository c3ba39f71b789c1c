// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.signalbox.timer.TimerNode;
import org.signalbox.timer.TimerWheel;

/**
 * Looks at a crew from time to time while there is traffic: is the one whose turn it is held up?
 *
 * <p>20 ms, because a look costs as much as a message and a receive queue holds 50 ms of 4 000
 * messages a second. Fields belong to the thread that drives the wheel.
 */
final class UdpWatch extends TimerNode {

  static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(20);

  /** Looks after which it forgets what it saw: about a second. */
  static final int ROUND = 50;

  private static final int OFTEN = 3;
  private static final int NEARLY_ALWAYS = ROUND * 9 / 10;

  private final UdpCrew crew;
  private final TimerWheel wheel;
  private volatile boolean awake;
  private volatile boolean stopped;

  private @Nullable UdpReceiver seen;
  private long seenSteps;
  private int looks;
  private int busy;
  private int heldUp;
  private boolean moved;

  UdpWatch(UdpCrew crew, TimerWheel wheel) {
    this.crew = crew;
    this.wheel = wheel;
  }

  /** Begins to look if it does not already; called before each message. */
  void wake() {
    if (!awake) {
      awake = true;
      wheel.start(this, INTERVAL);
    }
  }

  void stop() {
    stopped = true;
    wheel.cancel(this);
  }

  @Override
  protected void expired() {
    look();
    if (++looks == ROUND) {
      endRound();
    }
    if (awake && !stopped) {
      wheel.start(this, INTERVAL);
    }
  }

  private void look() {
    UdpReceiver receiver = crew.turn();
    long steps = receiver == null ? 0 : receiver.steps();
    boolean same = receiver == seen && steps == seenSteps;
    moved |= !same;
    seen = receiver;
    seenSteps = steps;
    if ((steps & 1) == 0) {
      return;
    }
    busy++;
    if (same) {
      heldUp++;
      crew.relieve(heldUp >= OFTEN);
    }
  }

  private void endRound() {
    if (busy >= NEARLY_ALWAYS) {
      crew.saturated();
    }
    // Nothing for a whole round: sleep, unless a message has begun between the look and now.
    if (!moved) {
      awake = false;
      UdpReceiver receiver = crew.turn();
      awake = receiver != null && (receiver.steps() & 1) == 1;
    }
    looks = 0;
    busy = 0;
    heldUp = 0;
    moved = false;
  }
}

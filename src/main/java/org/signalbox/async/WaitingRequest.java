// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.time.Duration;
import org.signalbox.timer.TimerNode;
import org.signalbox.timer.TimerWheel;
import org.signalbox.worker.WorkerGroup;

/**
 * One request that waits. Its own monitor guards its state, so that of all who want to go on with
 * it exactly one does.
 */
final class WaitingRequest extends TimerNode {
  private enum State {
    /** Its transaction does not wait yet, or nobody may know of it. */
    ADMITTED,
    WAITING,
    DUE,
    OVER
  }

  private final WaitingRequests all;
  private final Held held;
  private final long id;
  private final WorkerGroup group;
  private final long since;
  private long until; // guarded by this
  private State state = State.ADMITTED; // guarded by this

  WaitingRequest(WaitingRequests all, Held held, long id, WorkerGroup group, long now) {
    this.all = all;
    this.held = held;
    this.id = id;
    this.group = group;
    this.since = now;
    this.until = now;
  }

  long id() {
    return id;
  }

  Held held() {
    return held;
  }

  WorkerGroup group() {
    return group;
  }

  /** When it began to wait, in nanoseconds of the injected clock. */
  long since() {
    return since;
  }

  /** When it goes on; the same as {@link #since} for one that only waits for a worker. */
  synchronized long until() {
    return until;
  }

  /** Has it wait for a time, or for another one; false when it is too late for that. */
  synchronized boolean waits(TimerWheel wheel, long now, Duration pause) {
    if (state != State.ADMITTED && state != State.WAITING) {
      return false;
    }
    state = State.WAITING;
    until = now + pause.toNanos();
    wheel.start(this, pause); // while this is locked: what is over is never started again
    return true;
  }

  /** It waits for a worker only; false when it has been answered meanwhile. */
  boolean waitsForWorker() {
    return moves(State.ADMITTED, State.DUE);
  }

  /** Its time has come, or somebody wants it to; true for one caller. */
  boolean becomesDue() {
    return moves(State.WAITING, State.DUE);
  }

  /** Whether nobody need go on with it any more. */
  synchronized boolean over() {
    return state == State.OVER;
  }

  /** A worker has it; false when it was answered meanwhile. */
  boolean goesOn() {
    return moves(State.DUE, State.OVER);
  }

  /** Nobody need go on with it; true for one caller. */
  synchronized boolean ends() {
    boolean first = state != State.OVER;
    state = State.OVER;
    return first;
  }

  private synchronized boolean moves(State from, State to) {
    boolean right = state == from;
    if (right) {
      state = to;
    }
    return right;
  }

  /** On a worker. */
  void run() {
    all.run(this);
  }

  @Override
  protected void expired() {
    all.expired(this);
  }
}

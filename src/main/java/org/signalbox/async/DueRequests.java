// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.signalbox.timer.TimerNode;
import org.signalbox.timer.TimerWheel;
import org.signalbox.worker.Handover;
import org.signalbox.worker.WorkerGroup;

/**
 * Requests of one worker group whose time has come, first in first out. When the group refuses
 * work, they keep their places and it is asked again: a request that waits is never lost.
 * Thread-safe; never blocks.
 */
final class DueRequests extends TimerNode implements Executor {
  private static final Duration AGAIN = Duration.ofMillis(20);

  private final WorkerGroup group;
  private final TimerWheel wheel;
  private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();

  /** How many of the queue the group has refused. */
  private final AtomicInteger behind = new AtomicInteger();

  DueRequests(WorkerGroup group, TimerWheel wheel) {
    this.group = group;
    this.wheel = wheel;
  }

  WorkerGroup group() {
    return group;
  }

  /** Goes on with a request when all before it have a worker. */
  @Override
  public void execute(Runnable request) {
    queue.add(request);
    if (behind.get() > 0 || group.submit(this::next) != Handover.ACCEPTED) {
      behind.incrementAndGet();
      wheel.start(this, AGAIN);
    }
  }

  /** The same for one that would rather not wait: false when the group refuses it. */
  boolean offer(Runnable request) {
    return group.submit(request) == Handover.ACCEPTED;
  }

  private void next() {
    Runnable request = queue.poll();
    if (request != null) {
      request.run();
    }
  }

  @Override
  protected void expired() {
    while (behind.get() > 0) {
      Handover handover = group.submit(this::next);
      if (handover == Handover.CLOSED) {
        return;
      }
      if (handover == Handover.QUEUE_FULL) {
        wheel.start(this, AGAIN);
        return;
      }
      behind.decrementAndGet();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.worker;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks of one key one after another in the order in which they came, those of different keys
 * side by side on the workers of a group. Thread-safe; never blocks.
 *
 * <p>A key costs memory only while it has tasks.
 */
public final class KeyedWorkers {
  /** A key with more tasks goes to the end of the group's queue after so many. */
  private static final int TURN = 16;

  private final Supplier<WorkerGroup> group;
  private final int bound;
  private final Map<Object, Chain> chains = new ConcurrentHashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * Keyed workers over a group.
   *
   * @param group asked anew for every chain of tasks, since a file may replace it
   * @param bound tasks that may wait over all keys
   */
  public KeyedWorkers(Supplier<WorkerGroup> group, int bound) {
    this.group = group;
    this.bound = bound;
  }

  /** Has a worker run a task after all accepted ones of the same key. */
  public Handover submit(Object key, Runnable task) {
    if (waiting.incrementAndGet() > bound) {
      waiting.decrementAndGet();
      return Handover.QUEUE_FULL;
    }
    Handover handover = null;
    while (handover == null) {
      handover = chains.computeIfAbsent(key, Chain::new).add(task);
    }
    if (handover != Handover.ACCEPTED) {
      waiting.decrementAndGet();
    }
    return handover;
  }

  /** Tasks that wait, over all keys. */
  public int waiting() {
    return waiting.get();
  }

  private final class Chain implements Runnable {
    private final Object key;

    /** Guarded by this. */
    private final Queue<Runnable> tasks = new ArrayDeque<>(2);

    /** Guarded by this: gone from the map, so that nobody may add to it. */
    private boolean ended;

    /** Guarded by this: waits in the group's queue or runs. */
    private boolean scheduled;

    Chain(Object key) {
      this.key = key;
    }

    /** Null when the chain has just ended and a new one is needed. */
    synchronized @Nullable Handover add(Runnable task) {
      if (ended) {
        return null;
      }
      if (!scheduled) {
        Handover handover = group.get().submit(this);
        if (handover != Handover.ACCEPTED) {
          end();
          return handover;
        }
        scheduled = true;
      }
      tasks.add(task);
      return Handover.ACCEPTED;
    }

    @Override
    public void run() {
      for (int turn = 1; ; turn++) {
        Runnable task = next();
        if (task == null) {
          return;
        }
        group.get().attempt(task);
        if (turn % TURN == 0 && group.get().submit(this) == Handover.ACCEPTED) {
          return;
        }
      }
    }

    private synchronized @Nullable Runnable next() {
      Runnable task = tasks.poll();
      if (task == null) {
        end();
      } else {
        waiting.decrementAndGet();
      }
      return task;
    }

    private void end() {
      ended = true;
      chains.remove(key, this);
    }
  }
}

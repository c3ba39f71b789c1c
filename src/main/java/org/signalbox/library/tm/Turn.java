// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Lets the threads that bring news of one request work on it one after the other, without waiting:
 * who finds the turn taken leaves its work to the one who has it. No lock is held while work runs.
 */
final class Turn {
  /** Work that may wait before what can be spared is dropped. */
  static final int MOST = 1000;

  /** Born in the hands of the thread that makes it. */
  private boolean taken = true; // guarded by this

  private @Nullable Queue<Runnable> waiting; // guarded by this

  /** Runs work now, or after what is going on. */
  void run(Runnable work) {
    if (take(work)) {
      try {
        work.run();
      } finally {
        release();
      }
    }
  }

  /** Runs work now, or not at all: false when somebody else has the turn. */
  boolean runIfFree(Runnable work) {
    synchronized (this) {
      if (taken) {
        return false;
      }
      taken = true;
    }
    try {
      work.run();
    } finally {
      release();
    }
    return true;
  }

  /** The same for work that can be spared: false when too much waits already. */
  boolean offer(Runnable work) {
    synchronized (this) {
      if (taken && waiting != null && waiting.size() >= MOST) {
        return false;
      }
    }
    run(work);
    return true;
  }

  private synchronized boolean take(Runnable work) {
    if (!taken) {
      taken = true;
      return true;
    }
    Queue<Runnable> queue = waiting;
    if (queue == null) {
      queue = new ArrayDeque<>();
      waiting = queue;
    }
    queue.add(work);
    return false;
  }

  /** Ends the turn of this thread, after what has come meanwhile. */
  void release() {
    for (Runnable next = next(); next != null; next = next()) {
      try {
        next.run();
      } catch (RuntimeException | Error failure) { // what waits behind it must not wait for ever
        TmLog.LOG.failed(failure);
      }
    }
  }

  private synchronized @Nullable Runnable next() {
    Runnable next = waiting == null ? null : waiting.poll();
    taken = next != null;
    return next;
  }
}

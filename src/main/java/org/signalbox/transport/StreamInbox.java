// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What one connection has received and nobody has handled yet: worked off in order, one at a time,
 * by a worker, so that a handler that blocks holds up its own connection and no other.
 *
 * <p>Bounded: at {@link #MOST} waiting the connection is not read any more, until {@link #FEW} are
 * left. What one read has brought is always taken; nothing is lost.
 */
final class StreamInbox implements Runnable {

  static final int MOST = 64;
  static final int FEW = 16;

  /** After so many in a row a connection lets others have the worker. */
  private static final int IN_A_ROW = 32;

  private final Executor workers;
  private final StreamConnection connection;
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>(4); // guarded by this
  private boolean scheduled; // guarded by this
  private boolean full; // guarded by this

  StreamInbox(Executor workers, StreamConnection connection) {
    this.workers = workers;
    this.connection = connection;
  }

  /** Takes work that is never refused. The loop's thread only. */
  void add(Runnable work) {
    boolean begin;
    boolean stop;
    synchronized (this) {
      waiting.add(work);
      stop = !full && waiting.size() >= MOST;
      full |= stop;
      begin = !scheduled;
      scheduled = true;
    }
    if (stop) {
      connection.reading(false);
    }
    if (begin) {
      schedule();
    }
  }

  @Override
  public void run() {
    for (int done = 0; done < IN_A_ROW; done++) {
      Runnable next = next();
      if (next == null) {
        return;
      }
      boolean thrown = true;
      try {
        next.run();
        thrown = false;
      } finally {
        if (thrown) {
          schedule(); // this worker is lost, the connection is not
        }
      }
    }
    schedule();
  }

  private @Nullable Runnable next() {
    Runnable next;
    boolean resume;
    synchronized (this) {
      next = waiting.poll();
      scheduled = next != null;
      resume = full && waiting.size() <= FEW;
      full &= !resume;
    }
    if (resume) {
      connection.onLoop(() -> connection.reading(true));
    }
    return next;
  }

  private void schedule() {
    try {
      workers.execute(this);
    } catch (RejectedExecutionException | OutOfMemoryError noWorker) {
      run(); // the transport is closing, or there is no thread to be had: slower, but not lost
    }
  }
}

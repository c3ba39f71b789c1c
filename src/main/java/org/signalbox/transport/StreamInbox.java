// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.util.ArrayDeque;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What one connection has received and nobody has handled yet: worked off in order, one at a time,
 * by a worker, so that a handler that blocks holds up its own connection and no other.
 *
 * <p>Bounded: at {@link #MOST} or {@link #MOST_BYTES} waiting the connection is not read any more,
 * until {@link #FEW} and {@link #FEW_BYTES} are left. What one read has brought is always taken;
 * nothing is lost.
 */
final class StreamInbox implements Runnable {

  static final int MOST = 64;
  static final int FEW = 16;

  /** Messages may be long: counted alone, those of many connections would fill the memory. */
  static final int MOST_BYTES = 262_144;

  static final int FEW_BYTES = 65_536;

  /** After so many in a row a connection lets others have the worker. */
  private static final int IN_A_ROW = 32;

  private final StreamContext context;
  private final StreamConnection connection;
  private final ArrayDeque<Work> waiting = new ArrayDeque<>(4); // guarded by this
  private long bytes; // guarded by this
  private boolean scheduled; // guarded by this
  private boolean full; // guarded by this
  private @Nullable Runnable afterwards; // guarded by this

  private record Work(Runnable task, int bytes) {}

  StreamInbox(StreamContext context, StreamConnection connection) {
    this.context = context;
    this.connection = connection;
  }

  /**
   * Takes work that is never refused. The loop's thread only.
   *
   * @param holding bytes that it keeps in memory
   */
  void add(Runnable work, int holding) {
    boolean begin;
    boolean stop;
    synchronized (this) {
      waiting.add(new Work(work, holding));
      bytes += holding;
      stop = !full && (waiting.size() >= MOST || bytes >= MOST_BYTES);
      full |= stop;
      begin = !scheduled;
      scheduled = true;
    }
    context.registry().hold(holding);
    if (stop) {
      connection.reading(false);
    }
    if (begin) {
      schedule();
    }
  }

  /**
   * Has the loop do something once everything has been handled; false when it has been. The latest
   * wish counts.
   */
  synchronized boolean onceIdle(Runnable task) {
    if (scheduled) {
      afterwards = task;
    }
    return scheduled;
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
    Work next;
    boolean resume;
    Runnable idle = null;
    synchronized (this) {
      next = waiting.poll();
      if (next == null) {
        idle = afterwards;
        afterwards = null;
      } else {
        bytes -= next.bytes;
      }
      scheduled = next != null;
      resume = full && waiting.size() <= FEW && bytes <= FEW_BYTES;
      full &= !resume;
    }
    if (resume) {
      connection.onLoop(this::resume);
    }
    if (idle != null) {
      connection.onLoop(idle);
    }
    if (next == null) {
      return null;
    }
    context.registry().hold(-next.bytes);
    return next.task;
  }

  /** Reads on, unless one and the same read has filled it once more by now. The loop's thread. */
  private void resume() {
    boolean room;
    synchronized (this) {
      room = !full;
    }
    if (room) {
      connection.reading(true);
    }
  }

  private void schedule() {
    try {
      context.workers().execute(this);
    } catch (RejectedExecutionException | OutOfMemoryError noWorker) {
      run(); // the transport is closing, or there is no thread to be had: slower, but not lost
    }
  }
}

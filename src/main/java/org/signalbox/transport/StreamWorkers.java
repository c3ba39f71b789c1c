// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that handle what streams receive. Their queue holds each connection once at most, so
 * the number of connections bounds it.
 */
final class StreamWorkers implements Executor, AutoCloseable {

  private final ThreadRoll threads;
  private final ThreadPoolExecutor pool;

  StreamWorkers(ThreadFactory factory, int most) {
    this.threads = new ThreadRoll(factory, "sip-stream-worker");
    this.pool =
        new ThreadPoolExecutor(
            most, most, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
  }

  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  /** Ends the threads when nothing is left to handle, and waits for them. */
  @Override
  public void close() {
    pool.shutdown();
    ThreadRoll.join(threads.threads());
  }
}

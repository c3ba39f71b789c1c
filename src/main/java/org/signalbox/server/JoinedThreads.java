// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import org.signalbox.module.RunningThreads;

/**
 * Remembers the threads that a factory makes, so that the server ends only when they have.
 *
 * <p>Undeployment interrupts none of them: whoever asked for one closes what it blocks on first.
 */
final class JoinedThreads implements ThreadFactory, RunningThreads {
  private final ThreadFactory factory;
  private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

  JoinedThreads(ThreadFactory factory) {
    this.factory = factory;
  }

  @Override
  public Thread newThread(Runnable work) {
    threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
    Thread thread = factory.newThread(work);
    if (thread == null) {
      throw new ServerException("the application server gives no thread");
    }
    threads.add(thread);
    return thread;
  }

  @Override
  public List<String> names() {
    return threads.stream().filter(Thread::isAlive).map(Thread::getName).toList();
  }

  /**
   * Waits until all of them have ended; those that stay are interrupted, reported and let go.
   *
   * @param patience for all of them together
   */
  void join(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    for (Thread thread : List.copyOf(threads)) {
      long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
      thread.join(left);
      if (thread.isAlive()) {
        ServerLog.LOG.threadStays(thread.getName(), patience.toMillis());
        thread.interrupt();
      }
    }
    threads.clear();
  }
}

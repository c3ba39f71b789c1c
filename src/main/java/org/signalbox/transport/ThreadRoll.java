// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.signalbox.transport.TransportLog.LOG;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Names the threads of a factory and remembers them, so that closing can wait for their end. */
final class ThreadRoll implements ThreadFactory {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  private final ThreadFactory factory;
  private final String name;
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  ThreadRoll(ThreadFactory factory, String name) {
    this.factory = factory;
    this.name = name;
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = factory.newThread(task);
    thread.setName(name + "-" + (threads.size() + 1));
    threads.add(thread);
    return thread;
  }

  Collection<Thread> threads() {
    return threads;
  }

  /** Waits for threads that have been told to end; names the one that does not. */
  static void join(Collection<Thread> threads) {
    long deadline = System.nanoTime() + PATIENCE;
    boolean interrupted = false;
    for (Thread thread : threads) {
      if (thread == Thread.currentThread()) {
        continue;
      }
      try {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        thread.join(Math.max(1, left));
      } catch (InterruptedException e) {
        interrupted = true;
      }
      if (thread.isAlive()) {
        LOG.threadStays(thread.getName());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

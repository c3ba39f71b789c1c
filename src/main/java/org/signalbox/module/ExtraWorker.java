// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One thread of {@link ExtraWorkers}: begins its work anew as long as it fails. */
final class ExtraWorker implements Runnable {
  private static final int PAUSE_SECONDS = 1;

  private final String module;
  private final String name;
  private final int rank;
  private final ExtraWorkers.Work work;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final AtomicLong failures = new AtomicLong();

  /** Written by the thread that starts and stops modules. */
  private volatile @Nullable Thread thread;

  ExtraWorker(String module, String name, int rank, ExtraWorkers.Work work) {
    this.module = module;
    this.name = name;
    this.rank = rank;
    this.work = work;
  }

  void start(ThreadFactory threads) {
    Thread made = threads.newThread(this);
    made.setName("signalbox-" + module + ": " + name + "-" + rank);
    thread = made;
    made.start();
  }

  @Override
  public void run() {
    try {
      while (!done()) {
        if (ending.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Works once; false when that failed and is to be tried again. */
  private boolean done() throws InterruptedException {
    try {
      work.run(rank);
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Throwable e) { // whatever it is, the other work of the module goes on
      if (ending.getCount() == 0) {
        return true; // what it was blocked on was closed
      }
      failures.incrementAndGet();
      ModuleLog.LOG.workerFailed(name, rank, module, e);
      return false;
    }
  }

  void interrupt() {
    ending.countDown();
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }

  void join(Duration patience) {
    Thread running = thread;
    try {
      if (running != null) {
        running.join(patience.toMillis());
        if (running.isAlive()) {
          ModuleLog.LOG.workerStays(name, rank, module);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  ExtraWorkers.State state() {
    Thread running = thread;
    return new ExtraWorkers.State(
        module, name, rank, running != null && running.isAlive(), failures.get());
  }
}

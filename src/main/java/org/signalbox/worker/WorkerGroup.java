// SPDX-License-Identifier: Apache-2.0
package org.signalbox.worker;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.signalbox.timer.TimeSource;

/** A bounded first-in first-out queue and the threads that serve it. Thread-safe; never blocks. */
public final class WorkerGroup implements Executor {
  private static final ThreadLocal<WorkerGroup> CURRENT = new ThreadLocal<>();

  private final WorkerGroupSettings settings;
  private final boolean declared;
  private final TimeSource time;
  private final ThreadPoolExecutor pool;
  private final LongAdder accepted = new LongAdder();
  private final LongAdder completed = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final AtomicBoolean complained = new AtomicBoolean();
  private final AtomicBoolean threadless = new AtomicBoolean();

  /** A group without threads yet; they come from {@code threads} and get the group's name. */
  public WorkerGroup(WorkerGroupSettings settings, ThreadFactory threads, TimeSource time) {
    this(settings, threads, time, false);
  }

  WorkerGroup(
      WorkerGroupSettings settings, ThreadFactory threads, TimeSource time, boolean declared) {
    this.settings = settings;
    this.declared = declared;
    this.time = time;
    AtomicInteger number = new AtomicInteger();
    this.pool =
        new ThreadPoolExecutor(
            settings.workers(),
            settings.workers(),
            0,
            TimeUnit.SECONDS,
            new Room(settings.queueBound()),
            task -> named(threads.newThread(() -> work(task)), number.incrementAndGet()),
            (task, full) -> ((Task) task).refused = true);
  }

  private void work(Runnable worker) {
    CURRENT.set(this);
    try {
      worker.run();
    } finally {
      CURRENT.remove();
    }
  }

  /** The group that this thread works for; null for a thread of nobody's. */
  public static @Nullable WorkerGroup current() {
    return CURRENT.get();
  }

  /** Whether the file declares it; else it is one of the server's own. */
  public boolean declared() {
    return declared;
  }

  /** The name of the group. */
  public String name() {
    return settings.name();
  }

  /** Has a worker run a task, after all those accepted before. */
  public Handover submit(Runnable action) {
    return submit(new Task(action, time.nanos(), false));
  }

  /**
   * The same for what somebody has been promised, such as a request that has waited for its time:
   * it needs no room in the queue, so that new work cannot keep it out. Who promises has a bound.
   * Nothing happens when the group is shutting down.
   */
  public void owe(Runnable action) {
    submit(new Task(action, time.nanos(), true));
  }

  private Handover submit(Task task) {
    accepted.increment(); // first: at no moment have more completed than were accepted
    hand(task);
    if (!task.refused) {
      return Handover.ACCEPTED;
    }
    accepted.decrement();
    refused.increment();
    if (pool.isShutdown()) {
      return Handover.CLOSED;
    }
    if (complained.compareAndSet(false, true)) {
      WorkerLog.LOG.refusing(name(), pool.getQueue().size(), settings.workers());
    }
    return Handover.QUEUE_FULL;
  }

  private void hand(Task task) {
    try {
      pool.execute(task);
    } catch (OutOfMemoryError noThread) { // the workers that there are, or will be, take it too
      task.refused = !pool.getQueue().offer(task);
      if (threadless.compareAndSet(false, true)) {
        WorkerLog.LOG.noThread(name(), pool.getPoolSize(), noThread.toString());
      }
    }
  }

  /**
   * As {@link #submit}, for those who know executors only.
   *
   * @throws RejectedExecutionException when the task will not run
   */
  @Override
  public void execute(Runnable action) {
    Handover handover = submit(action);
    if (handover != Handover.ACCEPTED) {
      throw new RejectedExecutionException("worker group " + name() + ": " + handover);
    }
  }

  /** How the group is doing. */
  public WorkerGroupState state() {
    Task oldest = (Task) pool.getQueue().peek();
    return new WorkerGroupState(
        settings,
        pool.getQueue().size(),
        oldest == null ? Duration.ZERO : Duration.ofNanos(time.nanos() - oldest.since),
        pool.getActiveCount(),
        accepted.sum(),
        completed.sum(),
        refused.sum(),
        failed.sum());
  }

  /** Accepts nothing any more; what waits still runs. */
  void shutDown() {
    pool.shutdown();
  }

  /** Waits for the end of all tasks, then drops those that wait and interrupts the others. */
  void join(Duration patience) throws InterruptedException {
    if (pool.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      return;
    }
    int dropped = pool.shutdownNow().size();
    if (dropped > 0) {
      WorkerLog.LOG.dropped(name(), dropped);
    }
    if (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
      WorkerLog.LOG.lingering(name(), pool.getActiveCount());
    }
  }

  /** Runs a task on this thread; errors are caught too, so that what waits behind it still runs. */
  void attempt(Runnable action) {
    try {
      action.run();
    } catch (Throwable e) {
      failed.increment();
      WorkerLog.LOG.taskFailed(name(), e);
    }
  }

  private Thread named(Thread thread, int number) {
    thread.setName("signalbox-" + name() + "-" + number);
    return thread;
  }

  /** Has room for so many (and one more for each thread that comes at once), and all owed. */
  private static final class Room extends LinkedBlockingQueue<Runnable> {
    private final int bound;

    Room(int bound) {
      this.bound = bound;
    }

    @Override
    public boolean offer(Runnable task) {
      return (((Task) task).owed || size() < bound) && super.offer(task);
    }
  }

  private final class Task implements Runnable {
    private final Runnable action;
    private final long since;
    private final boolean owed;

    /** Written by the pool on the thread that submits, before {@code execute} returns. */
    private boolean refused;

    Task(Runnable action, long since, boolean owed) {
      this.action = action;
      this.since = since;
      this.owed = owed;
    }

    @Override
    public void run() {
      attempt(action);
      completed.increment();
      if (complained.get() && pool.getQueue().isEmpty()) {
        complained.set(false);
      }
    }
  }
}

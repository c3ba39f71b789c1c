// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Tells callbacks and listeners what happened: on a worker, with no lock held, one at a time and in
 * order for each destination, while the news of different destinations overtake each other.
 *
 * <p>Changes are told at once. Answers wait for the next tick, so that a thousand of them wake a
 * worker once and not a thousand times.
 */
final class News {
  /** A listener that falls further behind misses answers, but no change of state. */
  private static final int MOST_WAITING = 64;

  /** Of changes it misses those in between once so many wait. */
  private static final int MOST_CHANGES = 256;

  private static final int MOST_OF_ALL = 1000;

  private final Executor worker;
  private final List<KeepaliveListener> listeners = new CopyOnWriteArrayList<>();
  private final Queue<WatchedDestination> forNextTick = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean ticking = new AtomicBoolean();

  /** What concerns no single destination: as many as operators gave orders. */
  private final Queue<KeepaliveEvent> ofAll = new LinkedBlockingQueue<>(MOST_OF_ALL);

  private final AtomicBoolean tellingOfAll = new AtomicBoolean();

  News(Executor worker) {
    this.worker = worker;
  }

  void listen(KeepaliveListener listener) {
    listeners.add(listener);
  }

  void unlisten(KeepaliveListener listener) {
    listeners.remove(listener);
  }

  /** Whether anybody wants to hear of each single answer of this destination. */
  boolean wantsAnswers(WatchedDestination destination) {
    Callbacks callbacks = destination.callbacks();
    if (callbacks != null && callbacks.onResponse() != null) {
      return true;
    }
    for (KeepaliveListener listener : listeners) {
      if (listener.wantsAnswers(destination.key().owner())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Puts an event in line. The caller holds the destination's monitor, so that the line has the
   * order in which things happened, and calls {@link #tell} once it has let go of it.
   *
   * @return false when the line is too long for it
   */
  boolean add(WatchedDestination destination, KeepaliveEvent event) {
    ArrayDeque<KeepaliveEvent> line = destination.news;
    if (line == null) {
      line = new ArrayDeque<>(2);
      destination.news = line;
    }
    return line.size() < room(event) && line.add(event);
  }

  private static int room(KeepaliveEvent event) {
    if (event instanceof DestinationAnswered || event instanceof DestinationUpdated) {
      return MOST_WAITING;
    }
    boolean change =
        event instanceof DestinationStateChanged || event instanceof TargetStateChanged;
    return change ? MOST_CHANGES : Integer.MAX_VALUE;
  }

  /** Has what is in line told: at once if there is something urgent in it. */
  void tell(WatchedDestination destination, boolean urgent) {
    if (!urgent) {
      tellWithNextTick(destination);
    } else if (begins(destination)) {
      try {
        worker.execute(() -> tellAll(destination));
      } catch (RejectedExecutionException e) {
        ended(destination);
        tellWithNextTick(destination);
      }
    }
  }

  /** Puts in line what concerns no single destination. */
  void add(KeepaliveEvent event) {
    if (!ofAll.offer(event)) {
      KeepaliveLog.LOG.newsLost();
    }
  }

  /** Has told what concerns no single destination, in its order. */
  void tell() {
    if (!ofAll.isEmpty() && tellingOfAll.compareAndSet(false, true)) {
      try {
        worker.execute(this::tellOfAll);
      } catch (RejectedExecutionException e) {
        tellingOfAll.set(false); // all workers are busy: the next tick tries again
      }
    }
  }

  private void tellOfAll() {
    for (KeepaliveEvent event = ofAll.poll(); event != null; event = ofAll.poll()) {
      tellListeners("all", event);
    }
    tellingOfAll.set(false);
    tell(); // for whom it was not over yet
  }

  /** Has everything told that waited for this. */
  void tick() {
    tell();
    listeners.forEach(KeepaliveListener::tick);
    if (!forNextTick.isEmpty() && ticking.compareAndSet(false, true)) {
      try {
        worker.execute(this::tellWaiting);
      } catch (RejectedExecutionException e) {
        ticking.set(false); // all workers are busy: the next tick tries again
      }
    }
  }

  private void tellWaiting() {
    ticking.set(false);
    for (WatchedDestination destination = forNextTick.poll();
        destination != null;
        destination = forNextTick.poll()) {
      synchronized (destination) {
        destination.waitsForTick = false;
      }
      if (begins(destination)) {
        tellAll(destination);
      }
    }
  }

  private void tellWithNextTick(WatchedDestination destination) {
    synchronized (destination) {
      if (destination.waitsForTick || destination.telling || destination.news == null) {
        return;
      }
      destination.waitsForTick = true;
    }
    forNextTick.add(destination);
  }

  private static boolean begins(WatchedDestination destination) {
    synchronized (destination) {
      if (destination.telling || destination.news == null) {
        return false;
      }
      destination.telling = true;
      return true;
    }
  }

  private static void ended(WatchedDestination destination) {
    synchronized (destination) {
      destination.telling = false;
    }
  }

  private void tellAll(WatchedDestination destination) {
    for (KeepaliveEvent event = next(destination); event != null; event = next(destination)) {
      Callbacks callbacks = destination.callbacks();
      if (callbacks != null) {
        KeepaliveEvent told = event;
        guarded(destination.uri(), () -> callbacks.tell(told));
      }
      tellListeners(destination.uri(), event);
    }
  }

  private static @Nullable KeepaliveEvent next(WatchedDestination destination) {
    synchronized (destination) {
      ArrayDeque<KeepaliveEvent> line = destination.news;
      KeepaliveEvent event = line == null ? null : line.poll();
      if (event == null) {
        destination.news = null;
        destination.telling = false;
      }
      return event;
    }
  }

  private void tellListeners(String about, KeepaliveEvent event) {
    for (KeepaliveListener listener : listeners) {
      guarded(about, () -> listener.happened(event));
    }
  }

  private static void guarded(String about, Runnable body) {
    try {
      body.run();
    } catch (Throwable e) { // an error too: it would silence this destination for good
      KeepaliveLog.LOG.listenerFailed(about, e);
    }
  }
}

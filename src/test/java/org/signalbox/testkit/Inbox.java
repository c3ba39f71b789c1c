// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps what arrived and lets a test wait for it. Thread-safe. */
public final class Inbox<T> {

  /** Only a broken server lets a test wait that long. */
  private static final long PATIENCE = 15_000_000_000L;

  private final List<T> all = new ArrayList<>(); // guarded by this
  private final List<T> unread = new ArrayList<>(); // guarded by this

  public synchronized void add(T item) {
    all.add(item);
    unread.add(item);
    notifyAll();
  }

  /** The oldest that nobody took yet; waits for it. */
  public T take() {
    return take(item -> true);
  }

  /** The oldest untaken one of that kind; waits for it. */
  public synchronized T take(Predicate<? super T> kind) {
    long deadline = System.nanoTime() + PATIENCE;
    while (true) {
      for (T item : unread) {
        if (kind.test(item)) {
          unread.remove(item);
          return item;
        }
      }
      pause(deadline, "it never came; here is all that did: " + all);
    }
  }

  /** Waits until so many have arrived in all, taken or not. */
  public synchronized List<T> await(int count) {
    long deadline = System.nanoTime() + PATIENCE;
    while (all.size() < count) {
      pause(deadline, "wanted " + count + ", got " + all);
    }
    return List.copyOf(all);
  }

  /** Everything that has arrived, in order, taken or not. */
  public synchronized List<T> all() {
    return List.copyOf(all);
  }

  private void pause(long deadline, String complaint) {
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw new AssertionError(complaint);
    }
    try {
      wait(Math.max(1, left / 1_000_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}

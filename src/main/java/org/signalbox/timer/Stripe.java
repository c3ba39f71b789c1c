// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

import org.jspecify.annotations.Nullable;

/**
 * One independent share of the wheel: levels of 256 lists, each level 256 times coarser than the
 * one below. Its monitor guards every field and the nodes that hang in it.
 *
 * <p>A node hangs on the level of the highest byte in which its deadline differs from {@link
 * #current}. So all of a level lies before all of the next one, and the earliest list is one bit
 * scan away.
 */
final class Stripe {
  static final long NEVER = Long.MAX_VALUE;

  private static final int BITS = 8;
  private static final int SLOTS = 1 << BITS;
  private static final int LEVELS = 6;
  private static final int WORDS = SLOTS / Long.SIZE;

  /** The lock is let go after moving so many nodes down, so that starters never wait long. */
  private static final int MOVES = 512;

  /** Stands for "nothing due yet, ask again". */
  private static final TimerNode MOVED = TimerNode.running(() -> {});

  private final TimerNode[] heads = new TimerNode[LEVELS * SLOTS];
  private final long[] occupied = new long[LEVELS * WORDS];

  /** Every node with a smaller deadline has been handed out. */
  private long current;

  private int waiting;

  /** Puts a node in, or moves it; gives the tick at which it will be handed out. */
  synchronized long start(TimerNode node, long deadline, long now) {
    if (node.slot != TimerNode.IDLE) {
      unlink(node);
    }
    if (waiting == 0 && now > current) {
      current = now - 1; // nothing hangs here that could depend on it
    }
    node.deadline = Math.max(deadline, current + 1);
    link(node);
    return node.deadline;
  }

  synchronized boolean cancel(TimerNode node) {
    if (node.slot == TimerNode.IDLE) {
      return false;
    }
    unlink(node);
    return true;
  }

  /** Takes out one node that is due at this tick, or null when there is none left. */
  synchronized @Nullable TimerNode poll(long tick) {
    while (true) {
      if (moveDown()) {
        return MOVED;
      }
      TimerNode due = heads[index(0, current)];
      if (due != null) {
        unlink(due);
        return due;
      }
      long next = next();
      if (next > tick) {
        current = Math.max(current, tick);
        return null;
      }
      current = next;
    }
  }

  /** The tick at which there is something to do next, or {@link #NEVER}. */
  synchronized long next() {
    if (heads[index(0, current)] != null) {
      return current; // the last round was cut short
    }
    for (int level = 0; level < LEVELS; level++) {
      int shift = level * BITS;
      int slot = occupiedAfter(level, (int) (current >>> shift) & (SLOTS - 1));
      if (slot >= 0) {
        return (((current >>> shift) & -SLOTS) | slot) << shift;
      }
    }
    return NEVER;
  }

  synchronized int waiting() {
    return waiting;
  }

  static boolean isMove(TimerNode node) {
    return node == MOVED;
  }

  /** Hangs the lists that begin at this tick one level lower or more; true when it took a break. */
  private boolean moveDown() {
    int moves = 0;
    for (int level = 1; level < LEVELS; level++) {
      if ((current & ((1L << (level * BITS)) - 1)) != 0) {
        return false;
      }
      int slot = index(level, current);
      for (TimerNode node = heads[slot]; node != null; node = heads[slot]) {
        if (moves++ == MOVES) {
          return true;
        }
        unlink(node);
        link(node);
      }
    }
    return false;
  }

  private void link(TimerNode node) {
    long difference = node.deadline ^ current;
    int level = difference == 0 ? 0 : (63 - Long.numberOfLeadingZeros(difference)) / BITS;
    int slot = index(level, node.deadline);
    node.slot = (short) slot;
    TimerNode head = heads[slot];
    if (head == null) {
      heads[slot] = node;
      occupied[slot / Long.SIZE] |= 1L << slot;
    } else {
      TimerNode last = head.previous;
      node.next = head;
      node.previous = last;
      head.previous = node;
      last.next = node;
    }
    waiting++;
  }

  private void unlink(TimerNode node) {
    int slot = node.slot;
    TimerNode next = node.next;
    if (next == node) {
      heads[slot] = null;
      occupied[slot / Long.SIZE] &= ~(1L << slot);
    } else {
      TimerNode previous = node.previous;
      previous.next = next;
      next.previous = previous;
      if (heads[slot] == node) {
        heads[slot] = next;
      }
    }
    node.next = node;
    node.previous = node;
    node.slot = TimerNode.IDLE;
    waiting--;
  }

  private static int index(int level, long tick) {
    return level * SLOTS + ((int) (tick >>> (level * BITS)) & (SLOTS - 1));
  }

  private int occupiedAfter(int level, int slot) {
    int from = slot + 1;
    if (from == SLOTS) {
      return -1;
    }
    int word = from / Long.SIZE;
    long bits = occupied[level * WORDS + word] & -1L << from;
    while (bits == 0) {
      if (++word == WORDS) {
        return -1;
      }
      bits = occupied[level * WORDS + word];
    }
    return word * Long.SIZE + Long.numberOfTrailingZeros(bits);
  }
}

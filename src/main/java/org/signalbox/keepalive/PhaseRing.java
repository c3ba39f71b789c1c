// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/**
 * Spreads the seats of one interval evenly over it: counts how many are due in each slot of the
 * interval and sends whoever finds a slot full to the next one with room. Guarded by its schedule.
 */
final class PhaseRing {
  private static final long FINEST = 100_000_000;
  private static final int MOST_SLOTS = 512;

  /** A handful may meet in one slot, so that a few single additions all start at once. */
  private static final int ALWAYS_ROOM = 8;

  /** A slot may stand this much above the mean. */
  private static final double TOLERANCE = 1.12;

  private final long interval;
  private final long width;
  private final int[] load;
  private int seats;

  /**
   * @param interval nanoseconds, above 0
   */
  PhaseRing(long interval) {
    this.interval = interval;
    int slots = (int) Math.max(1, Math.min(interval / FINEST, MOST_SLOTS));
    width = (interval + slots - 1) / slots;
    load = new int[slots];
  }

  long interval() {
    return interval;
  }

  int seats() {
    return seats;
  }

  /**
   * Takes a seat.
   *
   * @param from the earliest time
   * @param more how many are about to come as well
   * @return when it is due: as near to {@code from} as there is room
   */
  long join(Seat seat, long from, int more) {
    int room = room(more + 1);
    int natural = slot(from);
    int steps = 0;
    while (load[(natural + steps) % load.length] >= room) {
      steps++;
    }
    seats++;
    seat.ring = this;
    return settle(seat, from, steps);
  }

  /**
   * Keeps a seat where it is, unless others have left so many gaps elsewhere that its slot is now
   * too full: then it moves to the nearest one with room.
   *
   * @param next when it would be due
   * @return when it is due instead
   */
  long keep(Seat seat, long next) {
    if (load[seat.slot] <= room(0) + 1) {
      return next;
    }
    load[seat.slot]--;
    int steps = 0;
    int room = room(0);
    while (load[Math.floorMod(seat.slot + steps, load.length)] >= room) {
      steps = steps > 0 ? -steps : 1 - steps;
    }
    return settle(seat, next, steps);
  }

  void leave(Seat seat) {
    load[seat.slot]--;
    seats--;
    seat.ring = null;
  }

  private long settle(Seat seat, long natural, int steps) {
    long due = natural;
    if (steps != 0) {
      long start = natural - Math.floorMod(natural, interval) % width + steps * width;
      due = start + within(load[Math.floorMod(slot(natural) + steps, load.length)]);
    }
    seat.slot = slot(due);
    load[seat.slot]++;
    return due;
  }

  /** Those that moved into a slot lie spread in it: multiples of the golden ratio never cluster. */
  private long within(int index) {
    double turns = index * 0.6180339887498949;
    return (long) ((turns - Math.floor(turns)) * width * 0.99);
  }

  private int room(int more) {
    return Math.max(ALWAYS_ROOM, (int) Math.ceil((seats + more) * TOLERANCE / load.length));
  }

  private int slot(long when) {
    return (int) (Math.floorMod(when, interval) / width);
  }
}

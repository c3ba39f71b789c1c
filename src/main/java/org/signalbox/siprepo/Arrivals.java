// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Messages in the order in which they came, which is also that of their numbers. Any place in it is
 * found without walking there: the first message of each stretch of {@value #STRETCH} numbers is
 * marked. Guarded by its {@link Slot}; {@link #oldest} may be read without the lock as a guess.
 */
final class Arrivals {
  /** A walk to a number takes at most so many steps. */
  private static final int STRETCH = 256;

  private final int first;
  private final int step;
  private volatile @Nullable StoredMessage oldest; // written under the lock
  private @Nullable StoredMessage youngest;
  private long last;

  /**
   * The first message of every stretch that has one. That of the oldest message needs no mark, and
   * may have one that is not here any more: so what comes and goes in order changes few marks.
   */
  private @Nullable TreeMap<Long, StoredMessage> marks;

  /** The last stretch that needs no mark, or has one. */
  private long markedUpTo;

  /**
   * Those of one slot.
   *
   * @param first which slot, from 0: no number of others leaves the same rest
   * @param step how many slots there are, which is how far apart numbers are
   */
  Arrivals(int first, int step) {
    this.first = first;
    this.step = step;
  }

  @Nullable StoredMessage oldest() {
    return oldest;
  }

  /** Gives a message its number and puts it behind all others. */
  void add(StoredMessage message) {
    message.number = ++last * step + first;
    StoredMessage before = youngest;
    message.older = before;
    youngest = message;
    if (before == null) {
      oldest = message;
      markedUpTo = stretch(message.number);
    } else {
      before.younger = message;
      mark(message);
    }
  }

  private void mark(StoredMessage message) {
    long stretch = stretch(message.number);
    if (stretch > markedUpTo) {
      TreeMap<Long, StoredMessage> known = marks == null ? new TreeMap<>() : marks;
      known.put(stretch, message);
      marks = known;
      markedUpTo = stretch;
    }
  }

  private long stretch(long number) {
    return number / step / STRETCH;
  }

  /** Takes a message out, which must be here. */
  void remove(StoredMessage message) {
    StoredMessage older = message.older;
    StoredMessage younger = message.younger;
    remark(message, older, younger);
    if (older == null) {
      oldest = younger;
    } else {
      older.younger = younger;
    }
    if (younger == null) {
      youngest = older;
    } else {
      younger.older = older;
    }
    message.older = null; // so that one that is still looked at keeps no others alive
    message.younger = null;
  }

  private void remark(
      StoredMessage message, @Nullable StoredMessage older, @Nullable StoredMessage younger) {
    TreeMap<Long, StoredMessage> known = marks;
    if (known == null) {
      return;
    }
    long stretch = stretch(message.number);
    boolean more = younger != null && stretch(younger.number) == stretch;
    if (older == null) {
      if (!more) {
        known.remove(stretch);
      }
    } else if (stretch(older.number) != stretch) {
      if (more) {
        known.put(stretch, younger);
      } else {
        known.remove(stretch);
        markedUpTo = younger == null ? stretch - 1 : markedUpTo; // the next may stand in it again
      }
    }
  }

  /** The first message with a greater number than this; null behind the last one. */
  @Nullable StoredMessage behind(long number) {
    var mark = marks == null ? null : marks.floorEntry(stretch(number));
    StoredMessage each = mark == null || !mark.getValue().kept ? oldest : mark.getValue();
    while (each != null && each.number <= number) {
      each = each.younger;
    }
    return each;
  }
}

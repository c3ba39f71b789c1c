// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A part of the table with a lock of its own, which is its monitor: calls by Call-ID, and all
 * messages in the order in which they came. The caller of every method but {@link #oldest} holds
 * the lock.
 */
final class Slot {
  /** Most messages that are looked at before the lock is free for a moment. */
  private static final int GLANCES = 1024;

  private final Map<String, Call> calls = new HashMap<>();
  private final Arrivals arrivals;

  /**
   * One of the slots of a table.
   *
   * @param index its place among them, from 0
   * @param slots how many there are
   */
  Slot(int index, int slots) {
    this.arrivals = new Arrivals(index, slots);
  }

  /** The message that has been here longest; without the lock a guess. */
  @Nullable StoredMessage oldest() {
    return arrivals.oldest();
  }

  @Nullable Call call(String callId) {
    return calls.get(callId);
  }

  /** Takes a message in; its call must have none of its id. */
  void add(StoredMessage message) {
    calls.computeIfAbsent(message.callIdKey(), key -> new Call()).add(message);
    arrivals.add(message);
    message.kept = true;
  }

  /** Forgets a message; false when it is not here any more. */
  boolean remove(StoredMessage message) {
    if (!message.kept) {
      return false;
    }
    message.kept = false;
    Call call = calls.get(message.callIdKey());
    if (call != null) {
      call.remove(message);
      if (call.isEmpty()) {
        calls.remove(message.callIdKey());
      }
    }
    arrivals.remove(message);
    return true;
  }

  /** The message of a number; null when it is not here any more. */
  @Nullable StoredMessage numbered(long number) {
    StoredMessage found = arrivals.behind(number - 1);
    return found == null || found.number != number ? null : found;
  }

  /**
   * Collects messages in the order of their numbers, up to a limit of the list's size and not so
   * many that others would wait for long.
   *
   * @param after the number behind which it begins
   * @return the number behind which it is to go on; -1 when no more are wanted or here
   */
  long collect(long after, Predicate<StoredMessage> wanted, int limit, List<StoredMessage> into) {
    StoredMessage each = arrivals.behind(after);
    for (int i = 0; i < GLANCES && each != null && into.size() < limit; i++) {
      if (wanted.test(each)) {
        into.add(each);
      }
      if (i == GLANCES - 1) {
        return each.number;
      }
      each = each.younger;
    }
    return -1;
  }
}

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
  private final Map<String, Call> calls = new HashMap<>();
  private volatile @Nullable StoredMessage oldest; // written under the lock
  private @Nullable StoredMessage youngest;
  private long last;

  /** The message that has been here longest; without the lock a guess. */
  @Nullable StoredMessage oldest() {
    return oldest;
  }

  @Nullable Call call(String callId) {
    return calls.get(callId);
  }

  /**
   * Takes a message in; its call must have none of its id.
   *
   * @param step how far apart the numbers of messages of one slot are
   * @param index this slot's among all
   */
  void add(StoredMessage message, int step, int index) {
    calls.computeIfAbsent(message.callIdKey(), key -> new Call()).add(message);
    message.number = ++last * step + index;
    message.kept = true;
    StoredMessage before = youngest;
    message.older = before;
    youngest = message;
    if (before == null) {
      oldest = message;
    } else {
      before.younger = message;
    }
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
    unlink(message);
    return true;
  }

  private void unlink(StoredMessage message) {
    StoredMessage older = message.older;
    StoredMessage younger = message.younger;
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

  /** Collects messages in the order of their numbers, up to a limit of the list's size. */
  void collect(Predicate<StoredMessage> wanted, int limit, List<StoredMessage> into) {
    for (StoredMessage each = oldest; each != null && into.size() < limit; each = each.younger) {
      if (wanted.test(each)) {
        into.add(each);
      }
    }
  }
}

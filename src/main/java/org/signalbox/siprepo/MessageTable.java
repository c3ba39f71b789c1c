// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.SipMessage;
import org.signalbox.timer.TimeSource;

/**
 * All messages that are kept. Thread-safe: a lock for each slot, which all messages of a Call-ID
 * share, and none is held while anything else runs. What has expired is not found any more, whether
 * it has been swept or not.
 */
final class MessageTable {
  /** Most messages that are swept before the lock of their slot is free for a moment. */
  private static final int BATCH = 128;

  /** What a message takes besides its own bytes, about. */
  static final int OVERHEAD = 400;

  private final TableBounds bounds;
  private final TimeSource time;
  private final long lifetime;
  private final Slot[] slots;
  private final AtomicLong items = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  MessageTable(TableBounds bounds, TimeSource time) {
    this.bounds = bounds;
    this.time = time;
    this.lifetime = bounds.expire().toNanos();
    this.slots = new Slot[bounds.slots()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = new Slot();
    }
  }

  TableBounds bounds() {
    return bounds;
  }

  long items() {
    return items.get();
  }

  long bytes() {
    return bytes.get();
  }

  private int index(String callId) {
    int hash = callId.hashCode();
    return Math.floorMod(hash ^ hash >>> 16, slots.length);
  }

  private boolean expired(StoredMessage message) {
    return time.nanos() - message.storedNanos() > lifetime;
  }

  /** Keeps a copy of a message. */
  PushOutcome push(SipMessage message, String id) {
    StoredMessage copy = StoredMessage.copy(message, id, time.nanos(), time.instant());
    if (copy == null) {
      return PushOutcome.INCOMPLETE;
    }
    int index = index(copy.callIdKey());
    Slot slot = slots[index];
    synchronized (slot) {
      Call call = slot.call(copy.callIdKey());
      StoredMessage earlier = call == null ? null : call.find(id);
      if (earlier != null && !expired(earlier)) {
        return PushOutcome.DUPLICATE;
      }
      if (earlier != null) {
        forget(slot, earlier);
      }
      if (!reserve(copy.length()) && (sweep(slot) == 0 || !reserve(copy.length()))) {
        return PushOutcome.FULL;
      }
      slot.add(copy, slots.length, index);
    }
    return PushOutcome.STORED;
  }

  private boolean reserve(int length) {
    if (items.incrementAndGet() > bounds.items()) {
      items.decrementAndGet();
      return false;
    }
    if (bytes.addAndGet(length) + items.get() * OVERHEAD > bounds.bytes()) {
      bytes.addAndGet(-length);
      items.decrementAndGet();
      return false;
    }
    return true;
  }

  /** The caller holds the lock of the slot. */
  private boolean forget(Slot slot, StoredMessage message) {
    boolean was = slot.remove(message);
    if (was) {
      items.decrementAndGet();
      bytes.addAndGet(-message.length());
    }
    return was;
  }

  @Nullable StoredMessage find(String callId, String id) {
    Slot slot = slots[index(callId)];
    synchronized (slot) {
      Call call = slot.call(callId);
      StoredMessage found = call == null ? null : call.find(id);
      return found == null || expired(found) ? null : found;
    }
  }

  /** Takes a message out: of many callers one hears true. */
  boolean remove(StoredMessage message) {
    Slot slot = slots[index(message.callIdKey())];
    synchronized (slot) {
      return forget(slot, message);
    }
  }

  /** Whether a message of this call is kept. */
  boolean has(String callId) {
    return ask(callId, call -> true) != null;
  }

  /** How many messages of this call are kept. */
  int count(String callId) {
    Integer count = ask(callId, Call::size);
    return count == null ? 0 : count;
  }

  /** The messages of this call, oldest first. */
  List<StoredMessage> of(String callId) {
    List<StoredMessage> all = ask(callId, call -> List.copyOf(call.all()));
    return all == null ? List.of() : all;
  }

  /** What {@code sr_msg_match} says with the branch compared. */
  int match(String callId, @Nullable String branch) {
    Integer match =
        ask(
            callId,
            call -> {
              if (branch != null && call.hasBranch(branch)) {
                return 2;
              }
              return branch == null || call.hasNoBranch() ? 1 : -1;
            });
    return match == null ? -1 : match;
  }

  /** Asks about a call without what has expired; null when nothing is left of it. */
  private <T> @Nullable T ask(String callId, Function<Call, T> question) {
    Slot slot = slots[index(callId)];
    synchronized (slot) {
      Call call = slot.call(callId);
      while (call != null && !call.isEmpty() && expired(call.oldest())) {
        forget(slot, call.oldest());
      }
      return call == null || call.isEmpty() ? null : question.apply(call);
    }
  }

  /**
   * Sweeps a share of the slots: costs what expires, and a glance at each slot.
   *
   * @param part which share, from 0
   * @param parts how many share the work
   * @return how many messages have expired
   */
  int sweep(int part, int parts) {
    int swept = 0;
    for (int i = part; i < slots.length; i += parts) {
      int batch;
      do {
        batch = sweep(slots[i]);
        swept += batch;
      } while (batch == BATCH);
    }
    return swept;
  }

  /** Forgets what has expired in a slot, but not so much that others would wait for long. */
  private int sweep(Slot slot) {
    StoredMessage guess = slot.oldest();
    if (guess == null || !expired(guess)) {
      return 0;
    }
    int swept = 0;
    synchronized (slot) {
      for (StoredMessage oldest = slot.oldest();
          oldest != null && swept < BATCH && expired(oldest);
          oldest = slot.oldest()) {
        forget(slot, oldest);
        swept++;
      }
    }
    return swept;
  }

  /** The message of that number; null when it is not here any more. Walks through one slot. */
  @Nullable StoredMessage find(long number) {
    List<StoredMessage> found = new ArrayList<>(1);
    collect((int) (number % slots.length), each -> each == number, 1, found);
    return found.isEmpty() ? null : found.get(0);
  }

  /**
   * A page of all messages, slot by slot, in each the oldest first.
   *
   * @param after the number that the page before ended with; 0 for the first page
   */
  List<StoredMessage> page(long after, int limit) {
    List<StoredMessage> page = new ArrayList<>(Math.min(limit, 1000));
    int first = (int) (after % slots.length);
    collect(first, each -> each > after, limit, page);
    for (int i = first + 1; i < slots.length && page.size() < limit; i++) {
      collect(i, each -> true, limit, page);
    }
    return page;
  }

  private void collect(int index, LongPredicate wanted, int limit, List<StoredMessage> into) {
    Slot slot = slots[index];
    synchronized (slot) {
      slot.collect(each -> wanted.test(each.number) && !expired(each), limit, into);
    }
  }
}

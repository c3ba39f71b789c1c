// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.signalbox.statistics.Counter;
import org.signalbox.timer.FloodGate;
import org.signalbox.timer.TimeSource;

/**
 * All messages that are kept. Thread-safe: a lock for each slot, which all messages of a Call-ID
 * share, and none is held while anything else runs. What has expired is not found any more, whether
 * it has been swept or not.
 */
final class MessageTable {
  /** Most messages that are swept before the lock of their slot is free for a moment. */
  private static final int BATCH = 128;

  /** In how many slots a full table looks for what has expired. */
  private static final int LOOKS = 64;

  private final TableBounds bounds;
  private final TimeSource time;
  private final Counter expired;
  private final long lifetime;
  private final Slot[] slots;
  private final AtomicLong items = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicInteger hand = new AtomicInteger();
  private final FloodGate complaints;

  /**
   * An empty table.
   *
   * @param expired counts what has expired, when it goes
   */
  MessageTable(TableBounds bounds, TimeSource time, Counter expired) {
    this.bounds = bounds;
    this.time = time;
    this.expired = expired;
    this.complaints = new FloodGate(time);
    this.lifetime = bounds.expire().toNanos();
    this.slots = new Slot[bounds.slots()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = new Slot(i, slots.length);
    }
  }

  TableBounds bounds() {
    return bounds;
  }

  long items() {
    return items.get();
  }

  /** The memory of all of them, as {@link StoredMessage#weight} counts. */
  long bytes() {
    return bytes.get();
  }

  private Slot slot(String callId) {
    // by other bits of the hash than the map within the slot goes by, or it would be a list
    long spread = (callId.hashCode() * 0x9E37_79B9L) & 0xFFFF_FFFFL;
    return slots[(int) ((spread * slots.length) >>> 32)];
  }

  private boolean expired(StoredMessage message) {
    return time.nanos() - message.storedNanos() > lifetime;
  }

  /** Keeps a copy of a message. */
  PushOutcome push(StoredMessage.Wanted wanted) {
    StoredMessage copy = StoredMessage.copy(wanted, time.nanos(), time.instant());
    if (copy == null) {
      return PushOutcome.INCOMPLETE;
    }
    PushOutcome outcome = add(copy);
    if (outcome == PushOutcome.FULL && makeRoom()) {
      outcome = add(copy);
    }
    if (outcome == PushOutcome.FULL) {
      complaints.pass(
          times -> SiprepoLog.LOG.full(times, items(), bounds.items(), bytes(), bounds.bytes()));
    }
    return outcome;
  }

  private PushOutcome add(StoredMessage copy) {
    Slot slot = slot(copy.callIdKey());
    synchronized (slot) {
      Call call = slot.call(copy.callIdKey());
      StoredMessage earlier = call == null ? null : call.find(copy.idKey());
      if (earlier != null && !expired(earlier)) {
        return PushOutcome.DUPLICATE;
      }
      if (earlier != null) {
        expire(slot, earlier);
      }
      if (!reserve(copy.weight()) && (sweep(slot) == 0 || !reserve(copy.weight()))) {
        return PushOutcome.FULL;
      }
      slot.add(copy);
    }
    return PushOutcome.STORED;
  }

  private boolean reserve(int weight) {
    if (items.incrementAndGet() > bounds.items()) {
      items.decrementAndGet();
      return false;
    }
    if (bytes.addAndGet(weight) > bounds.bytes()) {
      bytes.addAndGet(-weight);
      items.decrementAndGet();
      return false;
    }
    return true;
  }

  /** Sweeps some slot that needs it, the next ones first; false when there was none among them. */
  private boolean makeRoom() {
    for (int i = Math.min(LOOKS, slots.length); i > 0; i--) {
      if (sweep(slots[Math.floorMod(hand.getAndIncrement(), slots.length)]) > 0) {
        return true;
      }
    }
    return false;
  }

  /** The caller holds the lock of the slot. */
  private boolean forget(Slot slot, StoredMessage message) {
    boolean was = slot.remove(message);
    if (was) {
      items.decrementAndGet();
      bytes.addAndGet(-message.weight());
    }
    return was;
  }

  /** The same for what has expired. */
  private void expire(Slot slot, StoredMessage message) {
    if (forget(slot, message)) {
      expired.increment();
    }
  }

  @Nullable StoredMessage find(String callId, String id) {
    Slot slot = slot(callId);
    synchronized (slot) {
      Call call = slot.call(callId);
      StoredMessage found = call == null ? null : call.find(id);
      return found == null || expired(found) ? null : found;
    }
  }

  /** Takes a message out: of many callers one hears true. */
  boolean remove(StoredMessage message) {
    Slot slot = slot(message.callIdKey());
    synchronized (slot) {
      if (expired(message)) {
        expire(slot, message);
        return false;
      }
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

  /**
   * The messages of this call, oldest first.
   *
   * @param after the number behind which they begin; 0 for all
   */
  List<StoredMessage> page(String callId, long after, int limit) {
    List<StoredMessage> page = ask(callId, call -> call.page(after, limit));
    return page == null ? List.of() : page;
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
    Slot slot = slot(callId);
    while (true) {
      synchronized (slot) {
        Call call = slot.call(callId);
        if (call == null || sweep(slot, call) < BATCH) {
          return call == null || call.isEmpty() ? null : question.apply(call);
        }
      }
    }
  }

  private int sweep(Slot slot, Call call) {
    int swept = 0;
    while (swept < BATCH && !call.isEmpty() && expired(call.oldest())) {
      expire(slot, call.oldest());
      swept++;
    }
    return swept;
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
      } while (batch == BATCH && letOthersIn());
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
        expire(slot, oldest);
        swept++;
      }
    }
    return swept;
  }

  /** The message of that number; null when it is not here any more. */
  @Nullable StoredMessage find(long number) {
    Slot slot = slots[(int) (number % slots.length)];
    synchronized (slot) {
      StoredMessage found = slot.numbered(number);
      return found == null || expired(found) ? null : found;
    }
  }

  /**
   * A page of all messages, slot by slot, in each the oldest first.
   *
   * @param after the number that the page before ended with; 0 for the first page
   */
  List<StoredMessage> page(long after, int limit) {
    List<StoredMessage> page = new ArrayList<>(Math.min(limit, 1000));
    int first = (int) (after % slots.length);
    collect(slots[first], after, limit, page);
    for (int i = first + 1; i < slots.length && page.size() < limit; i++) {
      collect(slots[i], 0, limit, page);
    }
    return page;
  }

  private void collect(Slot slot, long after, int limit, List<StoredMessage> into) {
    long last = after;
    do {
      synchronized (slot) {
        last = slot.collect(last, each -> !expired(each), limit, into);
      }
    } while (last >= 0 && letOthersIn());
  }

  /**
   * Gives way between two turns at the same lock: a monitor goes to whoever runs when it is free,
   * and that would be the long work again and again, never those it has sent to sleep.
   */
  private static boolean letOthersIn() {
    LockSupport.parkNanos(1);
    return true;
  }
}

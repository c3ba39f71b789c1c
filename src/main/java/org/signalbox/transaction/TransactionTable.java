// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.SipMessage;

/**
 * A bounded hash table of transactions, chained through themselves, so that neither keeping nor
 * finding one allocates. Split into stripes with a lock each; no lock is held while anything else
 * is called but {@link Transaction#matches}.
 */
final class TransactionTable<T extends Transaction> {

  private static final int STRIPES = 64;

  private final Class<T> type;
  private final int bound;
  private final AtomicInteger size = new AtomicInteger();
  private final Stripe[] stripes = new Stripe[STRIPES];

  TransactionTable(Class<T> type, int bound) {
    this.type = type;
    this.bound = bound;
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Stripe();
    }
  }

  int size() {
    return size.get();
  }

  /** Takes a place for one more, which {@link #add} fills or {@link #giveBack} frees. */
  boolean reserve() {
    if (size.incrementAndGet() > bound) {
      size.decrementAndGet();
      return false;
    }
    return true;
  }

  /** The same, beyond the bound if need be. */
  void reserveAnyway() {
    size.incrementAndGet();
  }

  void giveBack() {
    size.decrementAndGet();
  }

  /** The transaction that a message belongs to, or null. */
  @Nullable T find(int hash, SipMessage message, Transaction.Lookup as) {
    Stripe stripe = stripe(hash);
    synchronized (stripe) {
      return cast(stripe.find(hash, message, as));
    }
  }

  /**
   * Puts one in its reserved place, unless its message has one already.
   *
   * @return the one that was there, or null when it has been taken in
   */
  @Nullable T addIfAbsent(T transaction, SipMessage message) {
    Stripe stripe = stripe(transaction.hash);
    synchronized (stripe) {
      Transaction found = stripe.find(transaction.hash, message, Transaction.Lookup.ITSELF);
      if (found != null) {
        return cast(found);
      }
      stripe.add(transaction);
    }
    return null;
  }

  /** Puts one in its reserved place whose key cannot be there. */
  void add(T transaction) {
    Stripe stripe = stripe(transaction.hash);
    synchronized (stripe) {
      stripe.add(transaction);
    }
  }

  /** Forgets one; nothing happens when it is not there. */
  void remove(T transaction) {
    Stripe stripe = stripe(transaction.hash);
    synchronized (stripe) {
      if (!stripe.remove(transaction)) {
        return;
      }
    }
    size.decrementAndGet();
  }

  /** What is in it, stripe by stripe. */
  List<T> list() {
    List<T> all = new ArrayList<>();
    for (Stripe stripe : stripes) {
      synchronized (stripe) {
        for (Transaction next : stripe.buckets) {
          while (next != null) {
            all.add(type.cast(next));
            next = next.chained;
          }
        }
      }
    }
    return all;
  }

  /** Forgets all and hands each to {@code each}, outside every lock. */
  void drain(Consumer<T> each) {
    for (Stripe stripe : stripes) {
      Transaction next;
      while ((next = stripe.any()) != null) {
        T transaction = type.cast(next);
        remove(transaction);
        each.accept(transaction);
      }
    }
  }

  private @Nullable T cast(@Nullable Transaction found) {
    return found == null ? null : type.cast(found);
  }

  private Stripe stripe(int hash) {
    return stripes[(hash ^ (hash >>> 16)) & (STRIPES - 1)];
  }

  /** One part of the table; its monitor guards it. */
  private static final class Stripe {
    private static final int SMALLEST = 16;

    private @Nullable Transaction[] buckets = new @Nullable Transaction[SMALLEST];
    private int count;

    @Nullable Transaction find(int hash, SipMessage message, Transaction.Lookup as) {
      Transaction next = buckets[bucket(hash)];
      while (next != null && !(next.hash == hash && next.matches(message, as))) {
        next = next.chained;
      }
      return next;
    }

    void add(Transaction transaction) {
      if (count >= buckets.length) {
        resize(2 * buckets.length);
      }
      link(transaction);
      transaction.listed = true;
      count++;
    }

    boolean remove(Transaction transaction) {
      if (!transaction.listed) {
        return false;
      }
      int bucket = bucket(transaction.hash);
      Transaction before = buckets[bucket];
      if (before == transaction) {
        buckets[bucket] = transaction.chained;
      } else {
        while (before != null && before.chained != transaction) {
          before = before.chained;
        }
        if (before != null) {
          before.chained = transaction.chained;
        }
      }
      transaction.chained = null;
      transaction.listed = false;
      count--;
      if (count == 0 && buckets.length > SMALLEST) {
        resize(SMALLEST); // the memory of a flood goes with it
      }
      return true;
    }

    synchronized @Nullable Transaction any() {
      for (Transaction first : buckets) {
        if (first != null) {
          return first;
        }
      }
      return null;
    }

    private void resize(int length) {
      @Nullable Transaction[] old = buckets;
      buckets = new @Nullable Transaction[length];
      for (Transaction first : old) {
        Transaction next = first;
        while (next != null) {
          Transaction after = next.chained;
          link(next);
          next = after;
        }
      }
    }

    private void link(Transaction transaction) {
      int bucket = bucket(transaction.hash);
      transaction.chained = buckets[bucket];
      buckets[bucket] = transaction;
    }

    private int bucket(int hash) {
      // the stripe has used the low bits already
      int mixed = hash * 0x9E3779B9;
      return (mixed >>> 7) & (buckets.length - 1);
    }
  }
}

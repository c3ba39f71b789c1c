// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.SipMessage;
import org.signalbox.timer.TimerNode;

/**
 * What client and server transactions share: a place in a table, and the timer that ends each of
 * their states. It is its own list node for both, so that a waiting transaction is one object.
 */
abstract class Transaction extends TimerNode {

  /** Of the key; set before it enters a table. */
  final int hash;

  /** The next one in the same bucket; guarded by the table's stripe. */
  @Nullable Transaction chained;

  /** Whether a table holds it; guarded by the table's stripe. */
  boolean listed;

  /** Makes and keeps it, and has its wheel and clock. */
  final TransactionLayer layer;

  /** When the running state ends, in nanoseconds of the layer's clock; guarded by this. */
  private long due;

  /** Whether {@link #due} means anything; guarded by this. */
  private boolean ending;

  Transaction(TransactionLayer layer, int hash) {
    this.layer = layer;
    this.hash = hash;
  }

  /** Starts, or restarts, the timer of the present state. The caller holds this transaction. */
  final void endAfter(Duration delay) {
    long nanos = delay.toNanos();
    due = layer.time().nanos() + nanos;
    ending = true;
    layer.wheel().start(this, nanos);
  }

  /** Stops the timer of the present state. The caller holds this transaction. */
  final void endNever() {
    ending = false;
    layer.wheel().cancel(this);
  }

  /**
   * Whether the timer that has just fired is the one that was last started: between the wheel and
   * this transaction's lock another thread may have restarted it. The caller holds this
   * transaction.
   */
  final boolean atEnd() {
    if (!ending || layer.time().nanos() - due < 0) {
      return false;
    }
    ending = false;
    return true;
  }

  /**
   * Whether a received message belongs here.
   *
   * @param as what the message is taken for: an ACK or CANCEL may be looked up as its INVITE
   */
  abstract boolean matches(SipMessage message, Lookup as);

  /** The interval of a retransmission has passed; called without a lock. */
  abstract void retransmit(Retransmission timer);

  /** What a message is looked up as. */
  enum Lookup {
    /** As itself: a retransmission, or a response. */
    ITSELF,
    /** As the INVITE that this ACK or CANCEL refers to. */
    INVITE,
    /** By its branch alone: a response whose method does not fit. */
    BRANCH
  }
}

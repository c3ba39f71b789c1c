// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import org.jspecify.annotations.Nullable;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;

/** A request received, and the replies to it. Thread-safe: any thread may answer, at any time. */
public final class ServerTransaction implements Admission {

  ServerTransaction() {}

  /** The request that began it. */
  public SipRequest request() {
    throw new UnsupportedOperationException();
  }

  /** Where it stands. */
  public TransactionState state() {
    throw new UnsupportedOperationException();
  }

  /** The status of the last reply given to {@link #reply}; 0 before the first. */
  public int lastStatus() {
    throw new UnsupportedOperationException();
  }

  /**
   * Sends a reply. Of several threads that send a final one, exactly one succeeds.
   *
   * @return false when it was too late for it (a final reply has been sent, or the transaction is
   *     over) and nothing was sent; further 2xx of an INVITE are never too late (RFC 6026)
   */
  public boolean reply(SipResponse response) {
    throw new UnsupportedOperationException();
  }

  /**
   * Sends a 2xx to an INVITE and repeats it until its ACK comes (RFC 3261 §13.3.1.4): for whoever
   * answers a call itself; a proxy uses {@link #reply}. The ACK goes to {@link TransactionUser#ack}
   * with this transaction, its absence to {@link TransactionUser#expired}.
   */
  public boolean replyUntilAcknowledged(SipResponse response) {
    throw new UnsupportedOperationException();
  }

  /** Sends the last reply once more; false when there is none, or none was kept (over TCP). */
  public boolean repeatReply() {
    throw new UnsupportedOperationException();
  }

  /** Ends it without a reply: what follows of this request is absorbed for a while, then new. */
  public void release() {
    throw new UnsupportedOperationException();
  }

  /** Whether a CANCEL for it has come. */
  public boolean cancelled() {
    throw new UnsupportedOperationException();
  }

  /**
   * Stops the clock of {@link TransactionTimers#lifetime} while the request waits for something.
   *
   * @return a number for {@link #resume}; 0 when it cannot wait: cancelled, answered or over
   */
  public long suspend() {
    throw new UnsupportedOperationException();
  }

  /**
   * Ends a suspension.
   *
   * @param suspension what {@link #suspend} gave
   * @return true for exactly one caller, who goes on with the request; false when another one has,
   *     or the transaction was cancelled, answered or ended in the meantime
   */
  public boolean resume(long suspension) {
    throw new UnsupportedOperationException();
  }

  /** Whatever its user keeps with it. */
  public @Nullable Object attachment() {
    throw new UnsupportedOperationException();
  }

  /** Keeps something with it, in place of what was there; forgotten when the transaction is. */
  public void attach(@Nullable Object attachment) {
    throw new UnsupportedOperationException(String.valueOf(attachment));
  }

  /** Gives it timer values of its own, for what starts from now on. */
  public void timers(TransactionTimers timers) {
    throw new UnsupportedOperationException(timers.toString());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ParseProblem;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.transport.SendOutcome;

/**
 * The transaction user of RFC 3261 §5: a SIP Servlet container, a routing script, a test. Called on
 * transport and timer threads, never while a lock is held; must not block. Every request that it
 * gets is new: retransmissions and the ACK of a negative response end in the transaction layer.
 */
public interface TransactionUser {

  /**
   * A request other than ACK and CANCEL that no transaction knows. Nothing has been kept of it: the
   * user answers through {@link TransactionLayer#replyStatelessly}, now or later, or asks for a
   * transaction with {@link TransactionLayer#newServerTransaction}, or forgets it.
   */
  void request(SipRequest request);

  /**
   * A CANCEL. Its INVITE has been marked {@link ServerTransaction#cancelled}; the user answers both
   * (RFC 3261 §9.2).
   *
   * @param cancel the request; it may get a server transaction like any other
   * @param invite what it cancels, or null when nothing matches (481, or a script forwards it)
   */
  void cancel(SipRequest cancel, @Nullable ServerTransaction invite);

  /**
   * An ACK that is not for a negative response.
   *
   * @param invite the INVITE whose 2xx it acknowledges, where that is still known, else null
   */
  void ack(SipRequest ack, @Nullable ServerTransaction invite);

  /** A response that belongs to no client transaction. */
  void strayResponse(SipResponse response);

  /** A reply could not be sent; the transaction goes on until its timers end. */
  default void replyFailed(ServerTransaction transaction, SendOutcome.Failed failure) {}

  /**
   * The transaction is over without the end it should have had: no ACK came (timer H, or 64 T1
   * after a 2xx), or its user left it unanswered for its whole lifetime.
   */
  default void expired(ServerTransaction transaction) {}

  /** Bytes that are no SIP message; dropped already. */
  default void malformed(byte[] bytes, ParseProblem problem, ReceiveInfo info) {}
}

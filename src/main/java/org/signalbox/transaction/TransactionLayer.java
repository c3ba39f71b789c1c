// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ParseProblem;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;
import org.signalbox.transport.Destination;
import org.signalbox.transport.MessageReceiver;
import org.signalbox.transport.MessageSender;

/**
 * Finds the transaction of each received message and makes new ones (RFC 3261 §17). Thread-safe; a
 * request that needs no transaction leaves no trace here.
 */
public final class TransactionLayer implements MessageReceiver, AutoCloseable {

  /**
   * @param sender sends what transactions send
   * @param wheel runs their timers; the user hears of timeouts on the thread that drives it
   * @param time the clock of that wheel
   * @param timers values for transactions that bring none
   * @param bounds how many there may be
   */
  public TransactionLayer(
      MessageSender sender,
      TimerWheel wheel,
      TimeSource time,
      TransactionTimers timers,
      TransactionBounds bounds) {
    throw new UnsupportedOperationException();
  }

  /** Says who gets what no transaction keeps to itself; before the first message. */
  public void user(TransactionUser user) {
    throw new UnsupportedOperationException();
  }

  /** New values for transactions made from now on. */
  public void timers(TransactionTimers timers) {
    throw new UnsupportedOperationException();
  }

  /** The values for transactions that bring none. */
  public TransactionTimers timers() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void received(SipMessage message) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void malformed(byte[] bytes, ParseProblem problem, ReceiveInfo info) {
    throw new UnsupportedOperationException();
  }

  /**
   * Makes the server transaction of a request, at once or later, on any thread.
   *
   * @return the transaction, or an {@link Admission.Refused}: then nothing is left to do for it
   */
  public Admission newServerTransaction(SipRequest request) {
    throw new UnsupportedOperationException();
  }

  /** The INVITE transaction that a CANCEL or ACK belongs to by its Via, or null. */
  public @Nullable ServerTransaction inviteOf(SipRequest request) {
    throw new UnsupportedOperationException();
  }

  /**
   * Sends a response to where its request came from, and forgets both (RFC 3261 §18.2.2, RFC 3581).
   */
  public void replyStatelessly(SipRequest request, SipResponse response) {
    throw new UnsupportedOperationException();
  }

  /**
   * Sends a request other than ACK in a transaction of its own, with {@link #timers()}.
   *
   * @param request the request without this hop's Via, which is put on top; not changed
   * @param destination where to; without a source, the transport's choice is taken
   * @param listener hears what becomes of it
   */
  public ClientTransaction send(
      SipRequest request, Destination destination, ClientListener listener) {
    throw new UnsupportedOperationException();
  }

  /** The same with timer values of its own. */
  public ClientTransaction send(
      SipRequest request,
      Destination destination,
      TransactionTimers timers,
      ClientListener listener) {
    throw new UnsupportedOperationException();
  }

  /**
   * Sends a request without a transaction, such as the ACK of a 2xx, with a new Via on top.
   * Failures are not reported.
   */
  public void sendStatelessly(SipRequest request, Destination destination) {
    throw new UnsupportedOperationException();
  }

  /** How many server transactions exist now. */
  public int serverTransactions() {
    throw new UnsupportedOperationException();
  }

  /** How many client transactions exist now. */
  public int clientTransactions() {
    throw new UnsupportedOperationException();
  }

  /** Ends every transaction without telling anybody and stops all timers. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.Method;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipResponse;
import org.signalbox.transport.Destination;
import org.signalbox.transport.SendOutcome;

/**
 * A request sent, and the responses to it (RFC 3261 §17.1, RFC 6026). Thread-safe. Its own monitor
 * guards its fields; it is never held while user code runs or a message is sent.
 */
public final class ClientTransaction extends Transaction {

  private final OutgoingRequest outgoing;
  private TransactionTimers timers; // guarded by this
  private final ClientListener listener;
  private Destination destination;
  private TransactionState state;
  private int lastStatus;
  private @Nullable Retransmission retransmission;
  private byte @Nullable [] ack;

  /** Header lines for the CANCEL; not null once somebody wants one. */
  private @Nullable String cancelHeaders;

  /** The listener has its outcome: only a 2xx to INVITE is still news. */
  private boolean told;

  ClientTransaction(
      TransactionLayer layer,
      OutgoingRequest outgoing,
      Destination destination,
      TransactionTimers timers,
      ClientListener listener) {
    super(layer, outgoing.branchHash());
    this.outgoing = outgoing;
    this.destination = destination;
    this.timers = timers;
    this.listener = listener;
    this.state = outgoing.invite() ? TransactionState.CALLING : TransactionState.TRYING;
  }

  /** Starts its clock and sends the request; called once, when the table has it. */
  void begin() {
    synchronized (this) {
      endAfter(timers.fr());
      if (!destination.protocol().reliable()) {
        long first = timers.t1().toNanos();
        long ceiling = outgoing.invite() ? Long.MAX_VALUE / 2 : timers.t2().toNanos();
        retransmission = new Retransmission(this, first, ceiling);
        layer.wheel().start(retransmission, first);
      }
    }
    send(outgoing.bytes());
  }

  /** Tells that nothing was sent; no table has it. */
  void stillborn(ClientFailure failure) {
    abandon();
    listener.failed(this, failure);
  }

  /** Where it stands. */
  public synchronized TransactionState state() {
    return state;
  }

  /** Where the request went; once it has left over a stream, with that connection. */
  public synchronized Destination destination() {
    return destination;
  }

  /** The branch of its Via. */
  public String branch() {
    return outgoing.branch();
  }

  /** The status of the last response; 0 before the first. */
  public synchronized int lastStatus() {
    return lastStatus;
  }

  /**
   * Cancels an INVITE (RFC 3261 §9.1): the CANCEL leaves once a provisional response has come, or
   * never when a final one comes first. The listener still hears of the final response (487), or
   * {@link ClientFailure.TimedOut} when none follows within {@link TransactionTimers#fr}.
   *
   * @param headers whole header lines for the CANCEL, each ended by CRLF, such as Reason; or empty
   * @return false when it is no INVITE, has its final response, or is cancelled already
   */
  public boolean cancel(String headers) {
    synchronized (this) {
      if (!outgoing.invite() || !open() || cancelHeaders != null) {
        return false;
      }
      cancelHeaders = headers;
      if (state == TransactionState.CALLING) {
        return true; // leaves with the first provisional response
      }
      endAfter(timers.fr());
    }
    sendCancel();
    return true;
  }

  /** The same, but the CANCEL leaves now, whether or not a provisional response has come. */
  public boolean cancelAtOnce(String headers) {
    synchronized (this) {
      if (!outgoing.invite() || !open() || cancelHeaders != null) {
        return false;
      }
      cancelHeaders = headers;
      endAfter(timers.fr());
      state = TransactionState.PROCEEDING; // its first provisional is not waited for any more
      stopRepeating();
    }
    sendCancel();
    return true;
  }

  /** Whether {@link #cancel} has been called, or timer C has done the same. */
  public synchronized boolean cancelled() {
    return cancelHeaders != null;
  }

  /** Stops retransmitting and forgets it; the listener hears no more, what still comes is stray. */
  public synchronized void abandon() {
    told = true;
    terminate();
  }

  /**
   * Gives it timer values of its own (t_set_fr, t_set_retr): the wait for a response begins anew
   * with them, retransmissions that run keep their interval.
   */
  public synchronized void timers(TransactionTimers own) {
    timers = own;
    if (open()) {
      boolean ringing = outgoing.invite() && state == TransactionState.PROCEEDING;
      endAfter(ringing && cancelHeaders == null ? own.frInv() : own.fr());
    }
  }

  /** A response to it came. */
  void received(SipResponse response) {
    int status = response.statusCode();
    if (status < 200) {
      receivedProvisional(response, status);
    } else if (!outgoing.invite()) {
      receivedFinal(response, status);
    } else if (status < 300) {
      receivedAcceptance(response, status);
    } else {
      receivedRefusal(response, status);
    }
  }

  private void receivedProvisional(SipResponse response, int status) {
    boolean cancelNow = false;
    synchronized (this) {
      if (!open()) {
        return;
      }
      lastStatus = status;
      if (outgoing.invite()) {
        cancelNow = state == TransactionState.CALLING && cancelHeaders != null;
        stopRepeating();
        if (cancelHeaders == null) {
          endAfter(timers.frInv());
        } else if (cancelNow) {
          endAfter(timers.fr());
        }
      }
      state = TransactionState.PROCEEDING;
      if (told) {
        return;
      }
    }
    if (cancelNow) {
      sendCancel();
    }
    listener.provisional(this, response);
  }

  private void receivedFinal(SipResponse response, int status) {
    synchronized (this) {
      if (!open()) {
        return;
      }
      told = true;
      lastStatus = status;
      state = TransactionState.COMPLETED;
      finish();
    }
    listener.answered(this, response);
  }

  private void receivedAcceptance(SipResponse response, int status) {
    synchronized (this) {
      if (open()) {
        told = true;
        lastStatus = status;
        state = TransactionState.ACCEPTED;
        stopRepeating();
        endAfter(timers.accepted());
      } else if (state != TransactionState.ACCEPTED) {
        return;
      }
    }
    listener.answered(this, response);
  }

  private void receivedRefusal(SipResponse response, int status) {
    byte[] acknowledgement;
    boolean news;
    synchronized (this) {
      if (open()) {
        news = !told;
        told = true;
        lastStatus = status;
        ack = outgoing.ack(response);
        acknowledgement = ack;
        state = TransactionState.COMPLETED;
        finish();
      } else {
        news = false;
        acknowledgement = state == TransactionState.COMPLETED ? ack : null;
      }
    }
    if (acknowledgement != null) {
      send(acknowledgement);
    }
    if (news) {
      listener.answered(this, response);
    }
  }

  /** Timers D and K: over an unreliable transport the final response may come again. */
  private void finish() {
    stopRepeating();
    if (destination.protocol().reliable()) {
      terminate();
    } else {
      endAfter(timers.linger());
    }
  }

  /** No final response yet. The caller holds this transaction. */
  private boolean open() {
    return state == TransactionState.CALLING
        || state == TransactionState.TRYING
        || state == TransactionState.PROCEEDING;
  }

  @Override
  void retransmit(Retransmission timer) {
    synchronized (this) {
      if (retransmission != timer) {
        return;
      }
      boolean slow = state == TransactionState.PROCEEDING;
      layer.wheel().start(timer, slow ? timer.slowed() : timer.doubled());
    }
    send(outgoing.bytes());
  }

  @Override
  protected void expired() {
    boolean silent = false;
    boolean ringing = false;
    boolean provisionalSeen;
    synchronized (this) {
      if (!atEnd()) {
        return;
      }
      provisionalSeen = state == TransactionState.PROCEEDING;
      if (open()) {
        silent = !told;
        told = true;
      }
      ringing = provisionalSeen && outgoing.invite() && cancelHeaders == null;
      if (ringing) {
        endAfter(timers.fr()); // timer C: the 487 is still to be acknowledged
      } else {
        terminate();
      }
    }
    if (silent) {
      listener.failed(this, new ClientFailure.TimedOut(provisionalSeen));
    }
    if (ringing && listener.cancelledAfterRinging()) {
      cancel("");
    }
  }

  private void sent(SendOutcome outcome) {
    if (outcome instanceof SendOutcome.Sent sent) {
      remember(sent.connectionId());
    } else if (outcome instanceof SendOutcome.Failed failure && lost()) {
      listener.failed(this, new ClientFailure.Unsent(failure));
    }
  }

  private synchronized void remember(long connectionId) {
    if (connectionId != destination.connectionId()) {
      destination =
          new Destination(
              destination.protocol(), destination.address(), destination.source(), connectionId);
    }
  }

  /** Ends it after a transport failure; true when that is news to the listener. */
  private synchronized boolean lost() {
    boolean heard = outgoing.invite() && state == TransactionState.PROCEEDING;
    if (!open() || heard) {
      return false;
    }
    boolean news = !told;
    told = true;
    terminate();
    return news;
  }

  /** Takes it out of the table. */
  synchronized void terminate() {
    state = TransactionState.TERMINATED;
    endNever();
    stopRepeating();
    layer.forget(this);
  }

  @Override
  boolean matches(SipMessage message, Lookup as) {
    return message instanceof SipResponse response
        && (as == Lookup.BRANCH ? outgoing.sharesBranch(response) : outgoing.answeredBy(response));
  }

  private void sendCancel() {
    String headers;
    Destination target;
    TransactionTimers own;
    synchronized (this) {
      own = timers;
      headers = Objects.requireNonNull(cancelHeaders);
      target = destination;
    }
    byte[] cancel = outgoing.cancel(headers);
    layer.sendCancel(
        new OutgoingRequest(cancel, Method.CANCEL.name(), outgoing.branch()), target, own);
  }

  private void send(byte[] bytes) {
    layer.outbox().send(bytes, destination(), this::sent);
  }

  private void stopRepeating() {
    Retransmission running = retransmission;
    if (running != null) {
      retransmission = null;
      layer.wheel().cancel(running);
    }
  }
}

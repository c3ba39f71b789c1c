// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.Method;
import org.signalbox.sip.ResponseBuilder;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.transport.SendOutcome;

/**
 * A request received, and the replies to it (RFC 3261 §17.2, RFC 6026). Thread-safe: any thread may
 * answer, at any time. Its own monitor guards its fields; it is never held while user code runs or
 * a message is sent.
 */
public final class ServerTransaction extends Transaction implements Admission {

  private static final Runnable NOBODY = new Nobody();

  private final SipRequest request;
  private final boolean invite;
  private final boolean old;
  private TransactionTimers timers;
  private TransactionState state;
  private int lastStatus;
  private byte @Nullable [] lastReply;
  private @Nullable Retransmission retransmission;

  /** Of the last reply to a peer of RFC 2543, which repeats it in its ACK; read by the table. */
  private volatile @Nullable String replyToTag;

  /** Under which the layer finds it for the ACK of its 2xx. */
  private @Nullable AckKey ackKey;

  /** The running timer is the one of the automatic 100. */
  private boolean trying;

  private boolean cancelled;
  private int suspensions;

  /** Told when nobody need go on; null unless the request waits. */
  private @Nullable Runnable over;

  private volatile @Nullable Object attachment;

  /** Who need not be told. */
  private static final class Nobody implements Runnable {
    @Override
    public void run() {}
  }

  ServerTransaction(
      TransactionLayer layer, int hash, SipRequest request, TransactionTimers timers) {
    super(layer, hash);
    this.request = request;
    this.invite = request.is(Method.INVITE);
    this.old = RequestKey.old(request);
    this.timers = timers;
    this.state = invite ? TransactionState.PROCEEDING : TransactionState.TRYING;
  }

  /**
   * Starts its clock; called once, when the table has it. Whoever has found it there may have been
   * quicker, such as a CANCEL that was answered: then the clock is right already.
   */
  synchronized void begin() {
    if (open() && lastStatus == 0 && over == null) {
      trying = invite && !timers.trying().isZero();
      endAfter(trying ? timers.trying() : lifetime());
    }
  }

  /** The request that began it. */
  public SipRequest request() {
    return request;
  }

  /** Where it stands. */
  public synchronized TransactionState state() {
    return state;
  }

  /** The status of the last reply sent; 0 before the first. */
  public synchronized int lastStatus() {
    return lastStatus;
  }

  /**
   * Sends a reply. Of several threads that send a final one, exactly one succeeds.
   *
   * @return false when it was too late for it (a final reply has been sent, the transaction is
   *     over, or it is a 100 that is not the first) and nothing was sent; further 2xx of an INVITE
   *     are in time for as long as {@link TransactionTimers#accepted} (RFC 6026)
   */
  public boolean reply(SipResponse response) {
    return mayReply(response.statusCode())
        && reply(response.statusCode(), layer.outbox().bytes(response::writeTo), false);
  }

  /** The same for a response that nobody needs as a message: written once, never read. */
  public boolean reply(ResponseBuilder response) {
    return mayReply(response.code())
        && reply(response.code(), layer.outbox().bytes(response::writeTo), false);
  }

  /**
   * Passes a response on that came from downstream: its top Via is taken off. The 2xx of an INVITE
   * goes on even behind another final reply (RFC 3261 §16.7, step 5): who called must end the call.
   */
  public boolean relay(SipResponse response) {
    int status = response.statusCode();
    boolean accepted = invite && status / 100 == 2;
    if (!accepted && !mayReply(status)) {
      return false;
    }
    ListeningPoint point = request.received().listener();
    byte[] bytes = layer.outbox().bytes(out -> response.relayTo(out, point));
    if (reply(status, bytes, false)) {
      return true;
    }
    if (accepted) {
      send(bytes);
    }
    return accepted;
  }

  /**
   * Sends a 2xx to an INVITE and repeats it until its ACK comes (RFC 3261 §13.3.1.4): for whoever
   * answers a call itself; a proxy uses {@link #reply}. The ACK goes to {@link TransactionUser#ack}
   * with this transaction, its absence to {@link TransactionUser#expired}.
   *
   * @throws IllegalArgumentException for anything else than a 2xx to an INVITE
   */
  public boolean replyUntilAcknowledged(SipResponse response) {
    if (!invite || response.statusCode() / 100 != 2) {
      throw new IllegalArgumentException("only a 2xx to an INVITE is acknowledged");
    }
    return mayReply(response.statusCode())
        && reply(response.statusCode(), layer.outbox().bytes(response::writeTo), true);
  }

  /** Decides what callers have guessed before they went to the trouble of writing the bytes. */
  private boolean reply(int status, byte[] bytes, boolean untilAcknowledged) {
    SipMessage read = untilAcknowledged || old ? (SipMessage) SipParser.parseLocal(bytes) : null;
    Runnable told = NOBODY;
    synchronized (this) {
      if (!mayReply(status)) {
        return false;
      }
      lastStatus = status;
      lastReply = bytes;
      trying = false;
      if (read != null) {
        replyToTag = read.toTag();
      }
      if (status >= 200) {
        told = waitsNoMore();
      }
      if (status < 200) {
        proceed();
      } else if (invite && status < 300) {
        accept(untilAcknowledged && read != null ? AckKey.of(read) : null);
      } else {
        complete();
      }
    }
    told.run();
    send(bytes);
    return true;
  }

  private synchronized boolean mayReply(int status) {
    if (open()) {
      return status != 100 || lastStatus == 0;
    }
    return state == TransactionState.ACCEPTED && status / 100 == 2;
  }

  /** Nothing final has been sent. The caller holds this transaction. */
  private boolean open() {
    return state == TransactionState.TRYING || state == TransactionState.PROCEEDING;
  }

  private void proceed() {
    state = TransactionState.PROCEEDING;
    if (over == null) {
      endAfter(lifetime());
    }
  }

  private void accept(@Nullable AckKey awaited) {
    if (state == TransactionState.ACCEPTED) {
      return; // a further 2xx: the proxy's forks, or a repetition
    }
    state = TransactionState.ACCEPTED;
    endAfter(timers.accepted());
    if (awaited != null) {
      ackKey = awaited;
      layer.awaitAck(awaited, this);
      repeat();
    }
  }

  private void complete() {
    state = TransactionState.COMPLETED;
    if (invite) {
      endAfter(timers.fr());
      if (!reliable()) {
        repeat();
      }
    } else if (reliable()) {
      terminate();
    } else {
      endAfter(timers.linger());
    }
  }

  private void repeat() {
    long first = timers.t1().toNanos();
    retransmission = new Retransmission(this, first, timers.t2().toNanos());
    layer.wheel().start(retransmission, first);
  }

  /** Sends the last reply once more; false when there is none. */
  public boolean repeatReply() {
    byte[] again;
    synchronized (this) {
      again = lastReply;
    }
    if (again == null) {
      return false;
    }
    send(again);
    return true;
  }

  /** Ends it without a reply: what follows of this request is absorbed for a while, then new. */
  public void release() {
    Runnable told = NOBODY;
    synchronized (this) {
      if (open()) {
        state = invite ? TransactionState.CONFIRMED : TransactionState.COMPLETED;
        lastReply = null;
        trying = false;
        told = waitsNoMore();
        endAfter(timers.linger());
      }
    }
    told.run();
  }

  /** Whether a CANCEL for it has come before its final reply. */
  public synchronized boolean cancelled() {
    return cancelled;
  }

  /**
   * Stops the clock of {@link TransactionTimers#lifetime} while the request waits for something.
   *
   * @param told once when the request is cancelled, answered or released while it waits, on the
   *     thread that does that: {@link #resume} would be in vain then
   * @return a number for {@link #resume}; 0 when it cannot wait: waiting already, cancelled,
   *     answered or over
   */
  public synchronized long suspend(Runnable told) {
    if (over != null || cancelled || !open()) {
      return 0;
    }
    over = told;
    if (!trying) {
      endNever();
    }
    return ++suspensions;
  }

  /** The same for who hears otherwise of such ends; a CANCEL leaves it waiting. */
  public long suspend() {
    return suspend(NOBODY);
  }

  /** Whom to tell, once this is not locked any more, that nobody need go on. */
  private Runnable waitsNoMore() {
    Runnable told = over;
    over = null;
    return told == null ? NOBODY : told;
  }

  /**
   * Ends a suspension.
   *
   * @param suspension what {@link #suspend} gave
   * @return true for exactly one caller, who goes on with the request; false when another one has,
   *     or the transaction was cancelled, answered or ended in the meantime
   */
  public synchronized boolean resume(long suspension) {
    if (over == null || suspension != suspensions) {
      return false;
    }
    over = null;
    if (!trying) {
      endAfter(lifetime());
    }
    return !cancelled;
  }

  /** Whatever its user keeps with it. */
  public @Nullable Object attachment() {
    return attachment;
  }

  /** Keeps something with it, in place of what was there; forgotten when the transaction is. */
  public void attach(@Nullable Object attachment) {
    this.attachment = attachment;
  }

  /** Gives it timer values of its own: its life begins anew with them, else what starts later. */
  public synchronized void timers(TransactionTimers own) {
    timers = own;
    if (open() && !trying && over == null) {
      endAfter(lifetime());
    }
  }

  /**
   * The request came once more; its 2xx is repeated too, which RFC 6026 leaves to the other end.
   */
  void receivedAgain() {
    boolean answer;
    synchronized (this) {
      answer =
          state == TransactionState.PROCEEDING
              || state == TransactionState.COMPLETED
              || state == TransactionState.ACCEPTED;
    }
    if (answer) {
      repeatReply();
    }
  }

  /** A CANCEL for this INVITE came. */
  void receivedCancel() {
    Runnable told = NOBODY;
    synchronized (this) {
      cancelled |= open();
      if (cancelled && over != null && over != NOBODY) {
        told = waitsNoMore();
        if (!trying) {
          endAfter(lifetime());
        }
      }
    }
    told.run();
  }

  /** An ACK for this INVITE came; true when it is the user's: a 2xx is acknowledged. */
  synchronized boolean receivedAck() {
    if (state == TransactionState.COMPLETED && invite) {
      state = TransactionState.CONFIRMED;
      stopRepeating();
      if (reliable()) {
        terminate();
      } else {
        endAfter(timers.linger());
      }
      return false;
    }
    if (state != TransactionState.ACCEPTED) {
      return false;
    }
    stopRepeating();
    return true;
  }

  @Override
  void retransmit(Retransmission timer) {
    byte[] again;
    synchronized (this) {
      if (retransmission != timer) {
        return;
      }
      again = lastReply;
      layer.wheel().start(timer, timer.doubled());
    }
    if (again != null) {
      send(again);
    }
  }

  @Override
  protected void expired() {
    boolean unexpected = false;
    synchronized (this) {
      if (!atEnd()) {
        return;
      }
      if (!trying) {
        unexpected = open() || repeating() || (invite && state == TransactionState.COMPLETED);
        terminate();
      }
    }
    if (unexpected) {
      layer.user().expired(this);
    } else if (state() != TransactionState.TERMINATED) {
      reply(ResponseBuilder.to(request, 100, "Trying"));
    }
  }

  /** Takes it out of the table. The caller holds this transaction, or nobody else can. */
  synchronized void terminate() {
    state = TransactionState.TERMINATED;
    over = null;
    endNever();
    stopRepeating();
    layer.forget(this, ackKey);
  }

  @Override
  boolean matches(SipMessage message, Lookup as) {
    return message instanceof SipRequest other
        && RequestKey.matches(request, other, as, replyToTag);
  }

  private void send(byte[] bytes) {
    layer
        .outbox()
        .send(
            bytes,
            ReplyRoute.of(request, lastStatus()),
            outcome -> {
              if (outcome instanceof SendOutcome.Failed failure) {
                layer.user().replyFailed(this, failure);
              }
            });
  }

  private Duration lifetime() {
    return invite ? timers.lifetimeInv() : timers.lifetime();
  }

  private boolean reliable() {
    return request.received().protocol().reliable();
  }

  private boolean repeating() {
    return retransmission != null;
  }

  private void stopRepeating() {
    Retransmission running = retransmission;
    if (running != null) {
      retransmission = null;
      layer.wheel().cancel(running);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import static org.signalbox.transaction.TransactionLog.LOG;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.Method;
import org.signalbox.sip.ParseProblem;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.ResponseBuilder;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.timer.FloodGate;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;
import org.signalbox.transport.Destination;
import org.signalbox.transport.MessageReceiver;
import org.signalbox.transport.MessageSender;
import org.signalbox.transport.SendListener;

/**
 * Finds the transaction of each received message and makes new ones (RFC 3261 §17). Thread-safe; a
 * request that needs no transaction leaves no trace here.
 */
public final class TransactionLayer implements MessageReceiver, AutoCloseable {

  private final Outbox outbox;
  private final TimerWheel wheel;
  private final TimeSource time;
  private final TransactionBounds bounds;
  private final ToTags toTags = new ToTags();
  private final TransactionTable<ServerTransaction> servers;
  private final TransactionTable<ClientTransaction> clients;

  /** INVITE transactions whose 2xx this server repeats until its ACK comes. */
  private final ConcurrentHashMap<AckKey, ServerTransaction> unacknowledged =
      new ConcurrentHashMap<>();

  private final FloodGate serversFull;
  private final FloodGate clientsFull;
  private final FloodGate noVia;
  private final FloodGate mismatched;
  private volatile TransactionTimers timers;
  private volatile TransactionUser user = NobodyHome.INSTANCE;

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
    this.outbox = new Outbox(sender);
    this.wheel = wheel;
    this.time = time;
    this.timers = timers;
    this.bounds = bounds;
    this.servers = new TransactionTable<>(ServerTransaction.class, bounds.server());
    this.clients = new TransactionTable<>(ClientTransaction.class, bounds.client());
    this.serversFull = new FloodGate(time);
    this.clientsFull = new FloodGate(time);
    this.noVia = new FloodGate(time);
    this.mismatched = new FloodGate(time);
  }

  /** Says who gets what no transaction keeps to itself; before the first message. */
  public void user(TransactionUser user) {
    this.user = user;
  }

  /** New values for transactions made from now on. */
  public void timers(TransactionTimers timers) {
    this.timers = timers;
  }

  /** The values for transactions that bring none. */
  public TransactionTimers timers() {
    return timers;
  }

  @Override
  public void received(SipMessage message) {
    if (message.topVia() == null) {
      noVia.pass(LOG::noVia);
    } else if (message instanceof SipRequest request) {
      switch (request.known()) {
        case ACK -> receivedAck(request);
        case CANCEL -> receivedCancel(request);
        default -> receivedRequest(request);
      }
    } else if (message instanceof SipResponse response) {
      receivedResponse(response);
    }
  }

  @Override
  public void malformed(byte[] bytes, ParseProblem problem, ReceiveInfo info) {
    user.malformed(bytes, problem, info);
  }

  private void receivedRequest(SipRequest request) {
    ServerTransaction known = find(request, Transaction.Lookup.ITSELF);
    if (known == null) {
      user.request(request);
    } else {
      known.receivedAgain();
    }
  }

  private void receivedCancel(SipRequest cancel) {
    ServerTransaction known = find(cancel, Transaction.Lookup.ITSELF);
    if (known != null) {
      known.receivedAgain();
      return;
    }
    ServerTransaction invite = inviteOf(cancel);
    if (invite != null) {
      invite.receivedCancel();
    }
    user.cancel(cancel, invite);
  }

  private void receivedAck(SipRequest ack) {
    ServerTransaction invite = inviteOf(ack);
    if (invite == null && !unacknowledged.isEmpty()) {
      invite = unacknowledged.get(AckKey.of(ack));
    }
    if (invite == null || invite.receivedAck()) {
      user.ack(ack, invite);
    }
  }

  private void receivedResponse(SipResponse response) {
    ClientTransaction known =
        clients.size() == 0
            ? null
            : clients.find(OutgoingRequest.hash(response), response, Transaction.Lookup.ITSELF);
    if (known != null) {
      known.received(response);
    } else if (sharesBranch(response)) {
      mismatched.pass(
          LOG::mismatched); // to pass it on would let anybody end a call that he can hear of
    } else {
      user.strayResponse(response);
    }
  }

  /** Whether its branch is one of ours, with another method. */
  private boolean sharesBranch(SipResponse response) {
    return clients.size() > 0
        && clients.find(OutgoingRequest.hash(response), response, Transaction.Lookup.BRANCH)
            != null;
  }

  private @Nullable ServerTransaction find(SipRequest request, Transaction.Lookup as) {
    return servers.size() == 0 ? null : servers.find(RequestKey.hash(request), request, as);
  }

  /**
   * Makes the server transaction of a request, at once or later, on any thread.
   *
   * @return the transaction, or an {@link Admission.Refused}: then nothing is left to do for it
   */
  public Admission newServerTransaction(SipRequest request) {
    return newServerTransaction(request, null);
  }

  /**
   * The same, with an attachment that is there before anybody else, such as a CANCEL, can find the
   * transaction.
   */
  public Admission newServerTransaction(SipRequest request, @Nullable Object attachment) {
    return newServerTransaction(request, attachment, timers);
  }

  /** The same with timer values of its own. */
  public Admission newServerTransaction(
      SipRequest request, @Nullable Object attachment, TransactionTimers own) {
    if (request.is(Method.ACK) || request.topVia() == null) {
      return Admission.Refused.NOT_POSSIBLE;
    }
    if (!servers.reserve()) {
      serversFull.pass(n -> LOG.serverTableFull(bounds.server(), n));
      replyStatelessly(request, overloaded(request));
      return Admission.Refused.TABLE_FULL;
    }
    ServerTransaction transaction =
        new ServerTransaction(this, RequestKey.hash(request), request, own);
    transaction.attach(attachment);
    ServerTransaction earlier = servers.addIfAbsent(transaction, request);
    if (earlier != null) {
      servers.giveBack();
      earlier.receivedAgain();
      return Admission.Refused.RETRANSMISSION;
    }
    transaction.begin();
    return transaction;
  }

  private ResponseBuilder overloaded(SipRequest request) {
    return ResponseBuilder.to(request, 503, "Service Unavailable")
        .toTag(toTags.of(request))
        .header("Retry-After", Integer.toString(bounds.retryAfterSeconds()));
  }

  /** The tag for To in replies to a request; the same again for its retransmissions and its ACK. */
  public String toTag(SipRequest request) {
    return toTags.of(request);
  }

  /** The server transaction of a request, or null: also for a copy of it that is read later. */
  public @Nullable ServerTransaction transactionOf(SipRequest request) {
    return find(request, Transaction.Lookup.ITSELF);
  }

  /** The INVITE transaction that a CANCEL or ACK belongs to by its Via, or null. */
  public @Nullable ServerTransaction inviteOf(SipRequest request) {
    return find(request, Transaction.Lookup.INVITE);
  }

  /**
   * Sends a response to where its request came from, and forgets both (RFC 3261 §18.2.2, RFC 3581).
   */
  public void replyStatelessly(SipRequest request, SipResponse response) {
    outbox.send(
        response::writeTo, ReplyRoute.of(request, response.statusCode()), SendListener.IGNORE);
  }

  /** The same for a response that nobody needs as a message: written once, never read. */
  public void replyStatelessly(SipRequest request, ResponseBuilder response) {
    outbox.send(response::writeTo, ReplyRoute.of(request, response.code()), SendListener.IGNORE);
  }

  /**
   * Passes a response on without a transaction (RFC 3261 §16.11): its top Via is taken off.
   *
   * @param destination with the listening point it leaves from
   * @throws IllegalArgumentException when the destination names none
   */
  public void relayStatelessly(
      SipResponse response, Destination destination, SendListener listener) {
    ListeningPoint source = destination.source();
    if (source == null) {
      throw new IllegalArgumentException("from which listening point?");
    }
    outbox.send(out -> response.relayTo(out, source), destination, listener);
  }

  /**
   * Sends a request other than ACK in a transaction of its own.
   *
   * @param listener hears what becomes of it
   */
  public ClientTransaction send(
      SipRequest request, Destination destination, ClientListener listener) {
    return send(Dispatch.of(request, destination), listener);
  }

  /** The same, told in full. */
  public ClientTransaction send(Dispatch dispatch, ClientListener listener) {
    TransactionTimers own = dispatch.timers();
    TransactionTimers chosen = own == null ? timers : own;
    Destination destination = outbox.located(dispatch.destination());
    ListeningPoint source = destination.source();
    ClientFailure failure = null;
    if (source == null) {
      failure = new ClientFailure.Unsent(Outbox.nowhere(destination));
    } else if (!clients.reserve()) {
      clientsFull.pass(n -> LOG.clientTableFull(bounds.client(), n));
      failure = new ClientFailure.TableFull();
    }
    OutgoingRequest outgoing =
        source == null || failure != null
            ? OutgoingRequest.unsent(dispatch)
            : outbox.outgoing(dispatch, source);
    ClientTransaction transaction =
        new ClientTransaction(this, outgoing, destination, chosen, listener);
    if (failure == null) {
      clients.add(transaction);
      transaction.begin();
    } else {
      transaction.stillborn(failure);
    }
    return transaction;
  }

  /** Sends a CANCEL, which is never refused: it frees more than it takes. */
  void sendCancel(OutgoingRequest cancel, Destination destination, TransactionTimers timers) {
    ClientTransaction transaction =
        new ClientTransaction(this, cancel, destination, timers, NobodyListens.INSTANCE);
    clients.reserveAnyway();
    clients.add(transaction);
    transaction.begin();
  }

  /**
   * Sends a request without a transaction, such as the ACK of a 2xx, with a Via on top.
   *
   * @param listener told what the transport did, and when there is no listening point
   */
  public void sendStatelessly(Dispatch dispatch, SendListener listener) {
    outbox.send(dispatch, listener);
  }

  /** How many server transactions exist now. */
  public int serverTransactions() {
    return servers.size();
  }

  /** All server transactions at about this instant; walks through the table. */
  public List<ServerTransaction> serverTransactionList() {
    return servers.list();
  }

  /** How many client transactions exist now. */
  public int clientTransactions() {
    return clients.size();
  }

  /** Ends every transaction without telling anybody, stops their timers, and drops what comes. */
  @Override
  public void close() {
    user = NobodyHome.INSTANCE;
    servers.drain(ServerTransaction::terminate);
    clients.drain(ClientTransaction::abandon);
    unacknowledged.clear();
  }

  void awaitAck(AckKey key, ServerTransaction transaction) {
    unacknowledged.put(key, transaction);
  }

  void forget(ServerTransaction transaction, @Nullable AckKey key) {
    servers.remove(transaction);
    if (key != null) {
      unacknowledged.remove(key, transaction);
    }
  }

  void forget(ClientTransaction transaction) {
    clients.remove(transaction);
  }

  TransactionUser user() {
    return user;
  }

  Outbox outbox() {
    return outbox;
  }

  TimerWheel wheel() {
    return wheel;
  }

  TimeSource time() {
    return time;
  }
}

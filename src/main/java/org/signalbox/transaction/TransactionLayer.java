// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import static org.signalbox.transaction.TransactionLog.LOG;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.MessageEdits;
import org.signalbox.sip.Method;
import org.signalbox.sip.OutgoingVia;
import org.signalbox.sip.OutputBuffer;
import org.signalbox.sip.ParseProblem;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.ResponseBuilder;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;
import org.signalbox.transport.Destination;
import org.signalbox.transport.MessageReceiver;
import org.signalbox.transport.MessageSender;
import org.signalbox.transport.SendListener;
import org.signalbox.transport.SendOutcome;

/**
 * Finds the transaction of each received message and makes new ones (RFC 3261 §17). Thread-safe; a
 * request that needs no transaction leaves no trace here.
 */
public final class TransactionLayer implements MessageReceiver, AutoCloseable {

  private static final byte[] NOTHING = {};

  private final MessageSender sender;
  private final TimerWheel wheel;
  private final TimeSource time;
  private final TransactionBounds bounds;
  private final TransactionTable<ServerTransaction> servers;
  private final TransactionTable<ClientTransaction> clients;

  /** INVITE transactions whose 2xx this server repeats until its ACK comes. */
  private final ConcurrentHashMap<AckKey, ServerTransaction> unacknowledged =
      new ConcurrentHashMap<>();

  private final Buffers buffers = new Buffers();
  private final Branches branches = new Branches();
  private final Complaint serversFull;
  private final Complaint clientsFull;
  private final Complaint noVia;
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
    this.sender = sender;
    this.wheel = wheel;
    this.time = time;
    this.timers = timers;
    this.bounds = bounds;
    this.servers = new TransactionTable<>(ServerTransaction.class, bounds.server());
    this.clients = new TransactionTable<>(ClientTransaction.class, bounds.client());
    this.serversFull = new Complaint(time, n -> LOG.serverTableFull(bounds.server(), n));
    this.clientsFull = new Complaint(time, n -> LOG.clientTableFull(bounds.client(), n));
    this.noVia = new Complaint(time, LOG::noVia);
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
      noVia.raise();
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
    if (known == null) {
      user.strayResponse(response);
    } else {
      known.received(response);
    }
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
    if (request.is(Method.ACK) || request.topVia() == null) {
      return Admission.Refused.NOT_POSSIBLE;
    }
    if (!servers.reserve()) {
      serversFull.raise();
      replyStatelessly(request, overloaded(request));
      return Admission.Refused.TABLE_FULL;
    }
    ServerTransaction transaction = new ServerTransaction(this, RequestKey.hash(request), request);
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
        .toTag(branches.tag())
        .header("Retry-After", Integer.toString(bounds.retryAfterSeconds()));
  }

  /** The INVITE transaction that a CANCEL or ACK belongs to by its Via, or null. */
  public @Nullable ServerTransaction inviteOf(SipRequest request) {
    return find(request, Transaction.Lookup.INVITE);
  }

  /**
   * Sends a response to where its request came from, and forgets both (RFC 3261 §18.2.2, RFC 3581).
   */
  public void replyStatelessly(SipRequest request, SipResponse response) {
    send(response::writeTo, ReplyRoute.of(request), SendListener.IGNORE);
  }

  /** The same for a response that nobody needs as a message: written once, never read. */
  public void replyStatelessly(SipRequest request, ResponseBuilder response) {
    send(response::writeTo, ReplyRoute.of(request), SendListener.IGNORE);
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
    send(out -> response.relayTo(out, source), destination, listener);
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
    String branch = branch(dispatch);
    String method = dispatch.request().method();
    Destination destination = located(dispatch.destination());
    ListeningPoint source = destination.source();
    if (source == null) {
      return stillborn(method, branch, destination, listener, nowhere(destination));
    }
    if (!clients.reserve()) {
      clientsFull.raise();
      return stillborn(method, branch, destination, listener, new ClientFailure.TableFull());
    }
    byte[] bytes =
        bytes(
            out -> write(dispatch, new OutgoingVia(source, branch, dispatch.viaParameters()), out));
    ClientTransaction transaction =
        new ClientTransaction(
            this, new OutgoingRequest(bytes, method, branch), destination, chosen, listener);
    clients.add(transaction);
    transaction.begin();
    return transaction;
  }

  private ClientTransaction stillborn(
      String method,
      String branch,
      Destination destination,
      ClientListener listener,
      ClientFailure failure) {
    ClientTransaction transaction =
        new ClientTransaction(
            this, new OutgoingRequest(NOTHING, method, branch), destination, timers, listener);
    transaction.stillborn(failure);
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
    Destination destination = located(dispatch.destination());
    ListeningPoint source = destination.source();
    if (source == null) {
      listener.outcome(nowhere(destination).failure());
      return;
    }
    OutgoingVia via = new OutgoingVia(source, branch(dispatch), dispatch.viaParameters());
    send(out -> write(dispatch, via, out), destination, listener);
  }

  private String branch(Dispatch dispatch) {
    String given = dispatch.branch();
    return given == null ? branches.next() : given;
  }

  private Destination located(Destination destination) {
    if (destination.source() != null) {
      return destination;
    }
    return new Destination(
        destination.protocol(),
        destination.address(),
        sender.sourceFor(destination.protocol(), destination.address()),
        destination.connectionId());
  }

  private static ClientFailure.Unsent nowhere(Destination destination) {
    return new ClientFailure.Unsent(
        new SendOutcome.Failed(
            SendOutcome.Cause.NO_LISTENER,
            "No open listening point speaks "
                + destination.protocol()
                + " to "
                + destination.address()
                + "."));
  }

  private static void write(Dispatch dispatch, OutgoingVia via, OutputBuffer out) {
    MessageEdits edits = dispatch.edits();
    if (edits == null) {
      dispatch.request().writeTo(out, via);
    } else {
      dispatch.request().writeTo(out, via, edits);
    }
  }

  private void send(Consumer<OutputBuffer> message, Destination to, SendListener listener) {
    OutputBuffer buffer = buffers.take();
    message.accept(buffer);
    sender.send(buffer.array(), 0, buffer.size(), to, listener);
    buffers.giveBack(buffer);
  }

  /** How many server transactions exist now. */
  public int serverTransactions() {
    return servers.size();
  }

  /** How many client transactions exist now. */
  public int clientTransactions() {
    return clients.size();
  }

  /** Ends every transaction without telling anybody and stops all timers. */
  @Override
  public void close() {
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

  MessageSender sender() {
    return sender;
  }

  TimerWheel wheel() {
    return wheel;
  }

  TimeSource time() {
    return time;
  }

  /** What is written, in an array of its own. */
  byte[] bytes(Consumer<OutputBuffer> message) {
    OutputBuffer buffer = buffers.take();
    message.accept(buffer);
    byte[] bytes = buffer.toBytes();
    buffers.giveBack(buffer);
    return bytes;
  }
}

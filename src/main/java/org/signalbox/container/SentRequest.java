// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import org.jspecify.annotations.Nullable;
import org.signalbox.resolver.NextHop;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ResponseBuilder;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.transaction.ClientFailure;
import org.signalbox.transaction.ClientListener;
import org.signalbox.transaction.ClientTransaction;
import org.signalbox.transaction.Dispatch;
import org.signalbox.transport.Destination;
import org.signalbox.transport.SendListener;

/**
 * One request on its way: tries its destinations in turn and tells the servlet of its session what
 * comes back.
 *
 * <p>Its fields are guarded by {@code this}; servlets are called outside that lock.
 */
final class SentRequest implements CreatedRequest.Sending, ClientListener {
  private final ContainerCore core;
  private final UserAgentClient client;
  private final Deque<Destination> untried = new ArrayDeque<>();

  /** What was sent to acknowledge a 2xx, by the tag of who answered. */
  private final Map<String, Dispatch> acknowledged = new HashMap<>();

  /** The tags of who answered finally: another one is another fork. */
  private final Set<String> heard = new HashSet<>();

  private @Nullable CreatedRequest request;
  private @Nullable SipRequest built;
  private @Nullable ClientTransaction transaction;
  private boolean cancelled;

  SentRequest(ContainerCore core, UserAgentClient client) {
    this.core = core;
    this.client = client;
  }

  @Override
  public void send(CreatedRequest sent) throws IOException {
    NextHop hop = UserAgentClient.nextHop(sent);
    List<ListeningPoint> points = core.ports().listeningPoints().get();
    if (points.isEmpty()) {
      throw new IOException("There is no listening point to send from.");
    }
    SipRequest draft = sent.build(points.get(0)); // what cannot be built fails here, at its author
    synchronized (this) {
      request = sent;
      built = draft;
    }
    sent.start().session().begins();
    client.locate(hop, this::located);
  }

  private void located(List<Destination> destinations) {
    synchronized (this) {
      untried.addAll(destinations);
    }
    tryNext();
  }

  private void tryNext() {
    @Nullable Destination next;
    boolean given;
    synchronized (this) {
      next = untried.poll();
      given = cancelled;
    }
    if (given) {
      fail(487);
    } else if (next == null || next.source() == null) {
      fail(503);
    } else {
      attempt(next, next.source());
    }
  }

  /** What cannot be built for this destination is answered; an exception would be nobody's here. */
  private void attempt(Destination destination, ListeningPoint source) {
    SipRequest message;
    try {
      message = own().build(source);
    } catch (RuntimeException unbuildable) {
      ContainerLog.LOG.requestUnsent(own().getMethod(), unbuildable.toString());
      fail(500);
      return;
    }
    synchronized (this) {
      built = message;
    }
    start(message, destination);
  }

  private void start(SipRequest message, Destination destination) {
    ClientTransaction begun = core.ports().transactions().send(message, destination, this);
    boolean stop;
    synchronized (this) {
      transaction = begun;
      stop = cancelled;
    }
    if (stop) {
      begun.cancel("");
    }
  }

  private synchronized CreatedRequest own() {
    return Objects.requireNonNull(request);
  }

  @Override
  public void provisional(ClientTransaction from, SipResponse response) {
    if (response.statusCode() == 100) {
      return; // it says nothing to an application
    }
    deliver(response);
  }

  @Override
  public void answered(ClientTransaction from, SipResponse response) {
    boolean first;
    @Nullable Dispatch ack;
    synchronized (this) {
      first = heard.add(tag(response));
      ack = acknowledged.get(tag(response));
    }
    if (first) {
      deliver(response);
    } else if (ack != null) {
      core.ports().transactions().sendStatelessly(ack, SendListener.IGNORE);
    }
  }

  private static String tag(SipResponse response) {
    return Objects.requireNonNullElse(response.toTag(), "");
  }

  /** RFC 3261 §8.1.3.1: a timeout counts as 408, a transport error as 503. */
  @Override
  public void failed(ClientTransaction from, ClientFailure failure) {
    if (failure instanceof ClientFailure.Unsent) {
      tryNext();
    } else if (failure instanceof ClientFailure.TimedOut) {
      fail(408);
    } else {
      fail(503);
    }
  }

  /** Never on the sender's stack: the servlet that sends must return first. */
  private void fail(int status) {
    SipRequest message;
    synchronized (this) {
      message = Objects.requireNonNull(built);
    }
    SipResponse response = ResponseBuilder.to(message, status, Reasons.of(status, null)).build();
    core.ports().callbacks().execute(() -> deliver(response));
  }

  private void deliver(SipResponse response) {
    CreatedRequest sent = own();
    DialogSession session = sent.start().session();
    int status = response.statusCode();
    session.remoteTag(tag(response));
    session.answered(sent.getMethod(), status, true);
    ServletTable.@Nullable HeldServlet target = core.servlets().named(session.handler());
    if (target != null && session.isValid()) {
      call(target, new LazyResponse(core, sent, response));
    }
    session.endWhenReady();
  }

  private void call(ServletTable.HeldServlet target, LazyResponse response) {
    try {
      Servlet servlet = target.servlet(core.context());
      servlet.service(null, response);
    } catch (ServletException | IOException | RuntimeException | LinkageError failure) {
      ContainerLog.LOG.responseFailed(
          target.name(), response.getStatus(), response.getCallId(), failure.toString());
      ContainerLog.LOG.debug("This is where it failed.", failure);
    }
  }

  @Override
  public CreatedRequest cancelling(CreatedRequest invite) {
    CreatedRequest.Start start = invite.start();
    return new CreatedRequest(
        core, start.with("CANCEL", invite.getRequestURI(), start.to()), new Once(this::cancel));
  }

  private void cancel(CreatedRequest cancel) {
    @Nullable ClientTransaction running;
    synchronized (this) {
      cancelled = true;
      running = transaction;
    }
    if (running != null) {
      running.cancel(cancel.ownLines());
    }
  }

  @Override
  public CreatedRequest acknowledging(CreatedRequest invite, SipResponse success) {
    return UserAgentClient.acknowledging(
        core, invite, success, new Once(ack -> acknowledge(ack, tag(success))));
  }

  private void acknowledge(CreatedRequest ack, String tag) throws IOException {
    client.locate(
        UserAgentClient.nextHop(ack),
        destinations -> {
          Destination to = destinations.isEmpty() ? null : destinations.get(0);
          if (to != null && to.source() != null) { // else nobody can be told: the 2xx comes again
            sendAck(ack, tag, to, to.source());
          }
        });
  }

  private void sendAck(
      CreatedRequest ack, String tag, Destination destination, ListeningPoint source) {
    SipRequest message = ack.build(source);
    Dispatch dispatch = Dispatch.of(message, destination);
    synchronized (this) {
      acknowledged.put(tag, dispatch);
    }
    core.ports().transactions().sendStatelessly(dispatch, SendListener.IGNORE);
  }

  /** A request without responses: it can be sent, and that is all. */
  private record Once(Leaving leaving) implements CreatedRequest.Sending {
    @Override
    public void send(CreatedRequest sent) throws IOException {
      leaving.leave(sent);
    }

    @Override
    public CreatedRequest cancelling(CreatedRequest sent) {
      throw new IllegalStateException("Only an INVITE can be cancelled.");
    }

    @Override
    public CreatedRequest acknowledging(CreatedRequest sent, SipResponse success) {
      throw new IllegalStateException("Only an INVITE is acknowledged.");
    }
  }

  private interface Leaving {
    void leave(CreatedRequest request) throws IOException;
  }
}

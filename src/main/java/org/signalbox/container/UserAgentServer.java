// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.UnavailableException;
import javax.servlet.sip.SipErrorEvent;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.MessageCheck;
import org.signalbox.sip.Method;
import org.signalbox.sip.ParseProblem;
import org.signalbox.sip.ResponseBuilder;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.timer.FloodGate;
import org.signalbox.transaction.ServerTransaction;
import org.signalbox.transaction.TransactionUser;

/**
 * The UAS core (RFC 3261 §8.2): hands each received request to its servlet and cleans up behind it.
 *
 * <p>Servlets run on the thread that received the request.
 */
final class UserAgentServer implements TransactionUser {
  private static final String RETRY_AFTER = "10";

  private static final int GLANCES = 1000;
  private static final long GLANCE_NANOS = Duration.ofMillis(2).toNanos();

  private final ContainerCore core;
  private final FloodGate full;
  private final FloodGate failures;
  private final FloodGate refusals;

  /** How many requests servlets are working on. */
  private final AtomicInteger serving = new AtomicInteger();

  private volatile boolean open;

  UserAgentServer(ContainerCore core) {
    this.core = core;
    this.full = new FloodGate(core.ports().time());
    this.failures = new FloodGate(core.ports().time());
    this.refusals = new FloodGate(core.ports().time());
  }

  /** Servlets are ready, or no longer. */
  void open(boolean ready) {
    open = ready;
  }

  /** Waits until no servlet works on a request any more, a little while at most. */
  void quiesce() {
    for (int glances = 0; serving.get() > 0 && glances < GLANCES; glances++) {
      LockSupport.parkNanos(GLANCE_NANOS);
    }
    if (serving.get() > 0) {
      ContainerLog.LOG.stillServing(serving.get());
    }
  }

  @Override
  public void request(SipRequest message) {
    LazyRequest request = new LazyRequest(core, message, this);
    ServletTable.@Nullable HeldServlet target;
    try {
      target = target(request);
    } catch (RuntimeException unselectable) { // sip.xml asks for what cannot be read
      complain("selection", request, unselectable);
      refuse(message, 500);
      return;
    }
    if (target == null) {
      ContainerLog.LOG.nobodyWants(message.method(), message.requestUriText());
      refuse(message, 404);
    } else {
      serve(request, target);
    }
  }

  /** False when there is no such servlet, or it is one that decides about transactions itself. */
  boolean serve(LazyRequest request, String name) {
    ServletTable.@Nullable HeldServlet target = core.servlets().named(name);
    if (target == null || stateless(target)) {
      return false;
    }
    serve(request, target);
    return true;
  }

  private void serve(LazyRequest request, ServletTable.HeldServlet target) {
    if (!open) {
      refuse(request.message(), 503);
      return;
    }
    @Nullable Servlet servlet = ready(target);
    if (servlet == null) {
      refuse(request.message(), 500);
      return;
    }
    if (StatelessServlet.is(servlet)) {
      call(servlet, request, target.name());
      return;
    }
    SipRequest message = request.message();
    if (!wellFormed(message)) {
      return;
    }
    request.handledBy(target.name());
    boolean answerable = !message.is(Method.ACK);
    boolean eager = answerable && (core.stateful() || !message.is(Method.OPTIONS));
    if (eager && !(request.transaction() instanceof ServerTransaction)) {
      return; // a retransmission, or refused with 503 already
    }
    boolean unanswered = call(servlet, request, target.name());
    if (unanswered && answerable) {
      leftOpen(request);
    }
  }

  /**
   * A late answer finds the transaction, and retransmissions are absorbed. A request of a dialog
   * that nobody knows gets 481, for its servlet has not even asked (RFC 3261 §12.2.2).
   */
  private static void leftOpen(LazyRequest request) {
    boolean unknownDialog = request.message().toTag() != null && request.session(false) == null;
    if (unknownDialog) {
      answer(request, 481);
    } else {
      request.transaction();
    }
  }

  /** True when the servlet has left the request unanswered. */
  private boolean call(Servlet servlet, LazyRequest request, String name) {
    request.served(name);
    boolean unanswered;
    serving.incrementAndGet(); // before looking: close() looks here after it has said so
    try {
      if (open) {
        servlet.service(request, null);
      } else if (answerable(request)) {
        answer(request, 503);
      }
    } catch (SessionTable.FullException none) {
      if (full.pass() > 0) {
        ContainerLog.LOG.sessionsFull(none.most, SipContainer.MOST_SESSIONS);
      }
      answer(request, 503);
    } catch (UnavailableException unavailable) {
      long count = refusals.pass();
      if (count > 0) {
        ContainerLog.LOG.requestRefused(name, request.getMethod(), unavailable.toString(), count);
      }
      answer(request, 503);
    } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
      failed(name, request, failure);
    } finally {
      serving.decrementAndGet();
      unanswered = request.left();
    }
    @Nullable DialogSession session = request.joined();
    if (session != null) {
      session.endWhenReady();
    }
    return unanswered;
  }

  private void failed(String servlet, LazyRequest request, Throwable failure) {
    complain(servlet, request, failure);
    if (answerable(request)) {
      answer(request, 500);
    }
  }

  /** Says it once in a while, not at each request of a flood. */
  private void complain(String servlet, LazyRequest request, Throwable failure) {
    long count = failures.pass();
    if (count > 0) {
      ContainerLog.LOG.requestFailed(
          servlet, request.getMethod(), request.getCallId(), failure.toString(), count);
    }
    ContainerLog.LOG.debug("This is where it failed.", failure);
  }

  private static boolean answerable(LazyRequest request) {
    return !request.message().is(Method.ACK) && !request.message().is(Method.CANCEL);
  }

  /** Answers in place of the servlet, unless it has answered itself. */
  private static void answer(LazyRequest request, int status) {
    if (request.finalStatus() != 0) {
      return;
    }
    try {
      CreatedResponse response =
          new CreatedResponse(request.core, request, status, Reasons.of(status, null));
      if (status == 503) {
        response.setHeader("Retry-After", RETRY_AFTER);
      }
      response.send();
    } catch (IOException | IllegalStateException late) {
      ContainerLog.LOG.debug("The request was answered or gone meanwhile.", late);
    }
  }

  /** Answers without leaving a trace. */
  private void refuse(SipRequest message, int status) {
    refuse(message, status, Reasons.of(status, null));
  }

  private void refuse(SipRequest message, int status, String reason) {
    if (message.is(Method.ACK)) {
      return;
    }
    ResponseBuilder builder =
        ResponseBuilder.to(message, status, reason)
            .toTag(core.ports().transactions().toTag(message));
    if (status == 503) {
      builder.header("Retry-After", RETRY_AFTER);
    }
    core.ports().transactions().replyStatelessly(message, builder);
  }

  /** Without To, Call-ID or CSeq nobody could read an answer: silence (script.md 132). */
  private boolean wellFormed(SipRequest message) {
    @Nullable ParseProblem problem = MessageCheck.problem(message);
    if (problem == null) {
      return true;
    }
    @Nullable HeaderType missing = MessageCheck.missing(message);
    if (missing == null || missing == HeaderType.FROM) {
      refuse(message, 400, "Bad Request: " + problem.reason());
    }
    return false;
  }

  /** The servlet of the dialog's session, else the one that {@code sip.xml} selects. */
  private ServletTable.@Nullable HeldServlet target(LazyRequest request) {
    if (core.sessions().dialogs() > 0 && request.message().toTag() != null) {
      @Nullable DialogSession session = core.sessions().dialog(request.dialog());
      if (session != null) {
        return core.servlets().named(session.handler());
      }
    }
    @Nullable String name = core.application().selection().servletFor(request);
    return name == null ? null : core.servlets().named(name);
  }

  private boolean stateless(ServletTable.HeldServlet target) {
    @Nullable Servlet servlet = ready(target);
    return servlet != null && StatelessServlet.is(servlet);
  }

  private @Nullable Servlet ready(ServletTable.HeldServlet target) {
    try {
      return target.servlet(core.context());
    } catch (ServletException saidAlready) {
      return null;
    }
  }

  @Override
  public void cancel(SipRequest message, @Nullable ServerTransaction invite) {
    @Nullable LazyRequest original = original(invite);
    ServletTable.@Nullable HeldServlet target = original == null ? null : handler(original);
    @Nullable Servlet servlet = target == null ? null : ready(target);
    if (original != null && target != null && servlet != null && !StatelessServlet.is(servlet)) {
      cancelled(message, original, servlet, target.name());
      return;
    }
    LazyRequest request = new LazyRequest(core, message);
    ServletTable.@Nullable HeldServlet main = target == null ? target(request) : target;
    if (main != null && stateless(main)) {
      serve(request, main);
    } else {
      refuse(message, 481);
    }
  }

  /** RFC 3261 §9.2: both are answered here, the servlet is only told. */
  private void cancelled(SipRequest message, LazyRequest original, Servlet servlet, String name) {
    LazyRequest cancel = new LazyRequest(core, message);
    if (!(cancel.transaction() instanceof ServerTransaction transaction)) {
      return;
    }
    SipResponse ok = ResponseBuilder.to(message, 200, "OK").toTag(original.localTag()).build();
    transaction.reply(ok);
    if (original.finalStatus() != 0) {
      return; // too late: the INVITE keeps its answer
    }
    answer(original, 487);
    @Nullable DialogSession session = original.session(false);
    if (session != null) {
      cancel.join(session);
    }
    call(servlet, cancel, name);
  }

  @Override
  public void ack(SipRequest message, @Nullable ServerTransaction invite) {
    LazyRequest request = new LazyRequest(core, message);
    @Nullable LazyRequest original = original(invite);
    @Nullable DialogSession session = original == null ? null : original.session(false);
    if (session != null) {
      request.join(session);
    }
    ServletTable.@Nullable HeldServlet target =
        original == null ? target(request) : handler(original);
    if (original != null && target != null && !stateless(target) && !original.acknowledged()) {
      // RFC 3261 §13.2.2.4: it comes again with every 2xx that does. Whoever answers a call hears
      // of
      // it once; a script that proxies must pass each on, or the 2xx would never stop.
      return;
    }
    if (target != null && (original != null || expected(request, target))) {
      serve(request, target);
    }
  }

  /**
   * Whether an ACK without a transaction is news: not the one of a response that was sent without a
   * trace, such as a 503 (RFC 3261 §8.2.7).
   */
  private boolean expected(LazyRequest ack, ServletTable.HeldServlet target) {
    return ack.session(false) != null || stateless(target);
  }

  /** The request view of a transaction that a servlet of this container answers. */
  private static @Nullable LazyRequest original(@Nullable ServerTransaction transaction) {
    return transaction != null && transaction.attachment() instanceof LazyRequest request
        ? request
        : null;
  }

  private ServletTable.@Nullable HeldServlet handler(LazyRequest request) {
    @Nullable DialogSession session = request.session(false);
    @Nullable String name = session == null ? request.handler() : session.handler();
    return name == null ? null : core.servlets().named(name);
  }

  @Override
  public void strayResponse(SipResponse response) {
    ContainerLog.LOG.debug("A response without a transaction was dropped.");
  }

  @Override
  public void expired(ServerTransaction transaction) {
    @Nullable LazyRequest request = original(transaction);
    if (request != null) {
      core.ports().callbacks().execute(() -> ended(request));
    }
  }

  private void ended(LazyRequest request) {
    if (request.finalStatus() == 0) {
      request.abandoned();
    } else if (request.message().is(Method.INVITE)) {
      core.listeners().noAckReceived(new SipErrorEvent(request, request.answer()));
    }
  }
}

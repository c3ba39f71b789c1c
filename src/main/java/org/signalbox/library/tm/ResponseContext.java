// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.RequestTarget;
import org.signalbox.routing.TransactionControl;
import org.signalbox.routing.TransactionOwner;
import org.signalbox.script.RouteKind;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.SavedState;
import org.signalbox.script.run.Script;
import org.signalbox.sip.Method;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.timer.TimerNode;
import org.signalbox.transaction.Admission;
import org.signalbox.transaction.ClientTransaction;
import org.signalbox.transaction.ServerTransaction;

/**
 * The response context of a request (RFC 3261 §16): its server transaction, the branches it was
 * sent to, and what the script wants of both. Everything happens in its {@link Turn}; the request's
 * own script has it from {@code t_newtran} to its end.
 *
 * <p>As a timer node it is the longest life of the transaction (max_inv_lifetime).
 */
final class ResponseContext extends TimerNode implements TransactionOwner {
  private final Tm tm;
  private final Turn turn = new Turn();
  private final SipRequest request;

  /** The request as it was relayed first; what is edited later in its route does not show. */
  private volatile SipRequest relayed;

  private final Script script;
  private final Wishes wishes;
  private final long label;
  private final List<ClientBranch> branches = new ArrayList<>(1);
  private @Nullable ServerTransaction server;
  private volatile int branchCount;
  private final long since;
  private SavedState saved = SavedState.NONE;

  /** Answers the request when the script ends without a better idea; 0 for none. */
  private int delayedError;

  /** Index of the first branch of the latest attempt. */
  private int lastAttempt;

  /** Takes the place of failure_reply_mode for one attempt; -1 while it does not. */
  private int dropReplies = -1;

  private boolean attempted;
  private boolean cancelled;
  private boolean released;
  private boolean closed;
  private boolean outlived;
  private boolean replicated;

  /** Whether somebody will go on with a request that its script has left alone. */
  private boolean held;

  /** Whose script has the turn from the beginning; null once it has ended. */
  private @Nullable Frame opener;

  /** While the request waits. */
  private @Nullable Suspension suspension;

  private ResponseContext(Tm tm, SipRequest request, Script script, Wishes wishes) {
    this.tm = tm;
    this.label = tm.waiting().label();
    this.since = tm.time().nanos();
    this.request = request;
    this.relayed = request;
    this.script = script;
    this.wishes = wishes;
  }

  /**
   * Makes the transaction of the request of a frame.
   *
   * @return null when there is nothing left to do: it is a repetition, or has been refused
   */
  static @Nullable ResponseContext open(Tm tm, Frame frame, SipRequest request) {
    Here here = Here.of(frame);
    Wishes wishes = tm.wishes(here);
    ResponseContext context = new ResponseContext(tm, request, frame.script(), wishes);
    Admission admission =
        tm.transactions().newServerTransaction(request, context, tm.server(wishes.timers()));
    if (!(admission instanceof ServerTransaction transaction)) {
      return null;
    }
    context.server = transaction;
    context.opener = frame;
    here.context = context;
    tm.counters().opened();
    return context;
  }

  /** Takes a transaction over that somebody else has begun. */
  static ResponseContext adopt(Tm tm, Frame frame, ServerTransaction transaction) {
    Here here = Here.of(frame);
    Wishes wishes = tm.wishes(here);
    ResponseContext context =
        new ResponseContext(tm, transaction.request(), frame.script(), wishes);
    context.server = transaction;
    transaction.timers(tm.server(wishes.timers()));
    transaction.attach(context);
    here.context = context;
    tm.counters().opened();
    return context;
  }

  /** Runs the script of a transaction that was taken over. */
  void begin(TransactionControl.Entry entry, Frame frame) {
    try {
      resumed(entry, frame);
    } finally {
      turn.release();
    }
  }

  Tm tm() {
    return tm;
  }

  /** {@code $T(id_index)}: with the label it names this transaction. */
  long index() {
    return label & 0xffff;
  }

  /** {@code $T(id_label)}. */
  long label() {
    return label;
  }

  Turn turn() {
    return turn;
  }

  SipRequest request() {
    return request;
  }

  /** The request as later routes see it: a copy for one of them. */
  SipRequest relayed() {
    return relayed.forBranch();
  }

  /** Keeps the request of a frame as it is relayed now. */
  void relays(SipRequest now) {
    relayed = now.forBranch();
  }

  Script script() {
    return script;
  }

  Wishes wishes() {
    return wishes;
  }

  /** How many branches there are, for those who do not have the turn. */
  int branchCount() {
    return branchCount;
  }

  /** Since it was made. */
  long ageSeconds() {
    return TimeUnit.NANOSECONDS.toSeconds(tm.time().nanos() - since);
  }

  void add(ClientBranch branch) {
    branches.add(branch);
    branchCount = branches.size();
  }

  /** Takes back one that could not be sent. */
  void remove(ClientBranch branch) {
    branches.remove(branch);
    branchCount = branches.size();
  }

  /** Changed by {@link #add} and {@link #remove} only. */
  List<ClientBranch> branches() {
    return branches;
  }

  ServerTransaction server() {
    ServerTransaction known = server;
    if (known == null) {
      throw new IllegalStateException("a response context without its transaction");
    }
    return known;
  }

  boolean invite() {
    return request.is(Method.INVITE);
  }

  /** Whether the client has its final reply. */
  boolean answered() {
    return server().lastStatus() >= 200;
  }

  boolean cancelled() {
    return cancelled;
  }

  /** Whether it has lived for longer than it may. */
  boolean outlived() {
    return outlived;
  }

  boolean open() {
    return branches.stream().anyMatch(ClientBranch::open);
  }

  /** Whether the end of the script will answer with an error. */
  boolean errorPending() {
    return delayedError != 0;
  }

  void delayError(int error) {
    delayedError = error;
  }

  /** A frame for a later route of this transaction. */
  Frame frame(SipMessage message, RouteKind kind, @Nullable ClientBranch branch) {
    Frame frame = new Frame(script, message, kind);
    frame.restore(saved);
    Here.begin(frame, this).branch = branch;
    return frame;
  }

  /** Keeps what a route has left for later ones. */
  void keep(Frame frame) {
    saved = frame.save();
  }

  // The request's own script

  /** Others get copies of the request: it may end here without an answer. */
  void answersItself() {
    replicated = true;
  }

  /** An attempt has begun. */
  void attempted() {
    if (!attempted) {
      attempted = true;
      tm.wheel().start(this, wishes.lifetime(invite()));
    }
    delayedError = 0;
  }

  /** The timers of its branches have changed: those that are open begin to wait anew. */
  void waitsAnew() {
    for (ClientBranch branch : branches) {
      ClientTransaction transaction = branch.transaction();
      if (branch.open() && transaction != null) {
        transaction.timers(wishes.timers());
      }
    }
  }

  /** How long it may live has changed: that counts from now. */
  void livesAnew() {
    server().timers(tm.server(wishes.timers()));
    if (attempted && !closed && !suspended()) {
      tm.wheel().start(this, wishes.lifetime(invite()));
    }
  }

  /** Ends it without a reply; what still comes of the request is absorbed for a while. */
  void release() {
    if (!released) {
      released = true;
      closed();
      branches.forEach(ResponseContext::abandon);
      server().release();
    }
  }

  /** A script has ended: the one that has the turn, or another one that comes across this. */
  void scriptEnded(Frame frame) {
    if (frame != opener) {
      return;
    }
    opener = null;
    try {
      finish(frame);
    } finally {
      turn.release();
    }
  }

  private void finish(Frame frame) {
    keep(frame);
    if (!answered() && !released && !suspended() && !(attempted && open())) {
      if (delayedError != 0) {
        Replies.error(this, frame, delayedError);
      } else if (branches.isEmpty() && server().cancelled()) {
        Replies.local(this, 487, "Request canceled");
      } else if (branches.isEmpty() && !held) {
        if (!replicated) {
          frame.warning("script writer didn't release transaction");
        }
        release();
      }
    }
  }

  /** Keeps it when its script ends: only its lifetime or another run ends it then. */
  void hold() {
    held = true;
  }

  /**
   * Runs something for the request after its script has ended.
   *
   * @param workers where, when it has not ended yet
   */
  void again(Frame frame, Runnable run, Executor workers) {
    Runnable whole =
        () -> {
          run.run();
          finish(frame);
        };
    if (!turn.runIfFree(whole)) {
      turn.run(
          () -> {
            try {
              workers.execute(() -> again(frame, run, workers));
            } catch (RejectedExecutionException full) {
              whole.run(); // it has the turn already
            }
          });
    }
  }

  /**
   * Lets the request wait.
   *
   * @param over hears when nobody need go on with it
   * @return null when it cannot wait
   */
  @Nullable Suspension suspend(Frame frame, Runnable over) {
    Suspension begun = Suspension.begin(this, frame, over);
    if (begun != null) {
      suspension = begun;
      tm.wheel().cancel(this);
      tm.waiting().add(begun);
    }
    return begun;
  }

  /** Whether the request waits. */
  boolean suspended() {
    return suspension != null;
  }

  /** Whether it is this for which the request waits. */
  boolean suspended(Suspension which) {
    return suspension == which;
  }

  /** Its suspension ends: it has its whole life before it again. */
  void waitsNoMore() {
    suspension = null;
    tm.wheel().cancel(this);
    if (attempted && !answered()) {
      tm.wheel().start(this, wishes.lifetime(invite()));
    }
  }

  /** It has waited for too long: that counts as a branch that has not answered. */
  void unheard(Frame frame) {
    ClientBranch blind =
        new ClientBranch(this, branches.size(), RequestTarget.of(frame).copy(), null);
    add(blind);
    blind.endedLocally(tm.settings().timeoutCode());
    ResponseProcessing.decide(this);
  }

  /** Somebody would go on with it but came too late. */
  void resumedLate() {
    if (server().cancelled() && !answered() && !released) {
      Replies.local(this, 487, "Request canceled");
    }
  }

  /** Goes on with it after its own script has ended. */
  void resumed(TransactionControl.Entry entry, Frame frame) {
    try {
      entry.run(frame);
    } finally { // a client waits for its answer, whatever has happened
      settle(frame);
    }
  }

  private void settle(Frame frame) {
    keep(frame);
    if (answered() || released || suspended() || open()) {
      return;
    }
    if (replicated) {
      release();
    } else if (branches.isEmpty()) {
      Replies.error(this, frame, delayedError == 0 ? TmErrors.FAILED : delayedError);
    } else {
      ResponseProcessing.decide(this);
    }
  }

  // Attempts

  /** What the next attempt forgets instead of what failure_reply_mode says: 0, 2 or 3. */
  void dropReplies(int mode) {
    dropReplies = mode;
  }

  /** Keeps the replies of earlier attempts from winning, as failure_reply_mode says. */
  void forgetEarlier(int attempt) {
    int mode = dropReplies < 0 ? tm.settings().failureReplyMode() : dropReplies;
    dropReplies = -1;
    switch (mode) {
      case 0 -> {}
      case 2 -> branches.subList(lastAttempt, attempt).forEach(ClientBranch::forget);
      default -> branches.subList(0, attempt).forEach(ClientBranch::forget);
    }
    lastAttempt = attempt;
  }

  // Ends

  /** A CANCEL has come: the other half of RFC 3261 §16.10. */
  void cancelledBy(SipRequest cancel) {
    turn.run(() -> Cancelling.all(this, cancel));
  }

  void markCancelled() {
    cancelled = true;
  }

  /** The client has, or will have, its answer: nothing limits the rest but its own timers. */
  void closed() {
    if (!closed) {
      closed = true;
      tm.counters().closed();
    }
    tm.wheel().cancel(this);
    Suspension ending = suspension;
    if (ending != null) {
      suspension = null;
      ending.over();
    }
  }

  /** It has lived for too long: its branches have timed out, whatever they say. */
  @Override
  protected void expired() {
    tm.onWorker(() -> turn.run(this::outlive));
  }

  private void outlive() {
    if (answered() || released) {
      return;
    }
    outlived = true;
    List<ClientBranch> ringing = branches.stream().filter(ClientBranch::open).toList();
    ringing.forEach(branch -> branch.endedLocally(tm.settings().timeoutCode()));
    ResponseProcessing.decide(this);
    for (ClientBranch branch : ringing) {
      if (branch.provisional() > 0) {
        Cancelling.cancel(branch, "");
      } else {
        abandon(branch);
      }
    }
  }

  @Override
  public void expired(ServerTransaction transaction) {
    tm.onWorker(() -> turn.run(this::forget));
  }

  private void forget() {
    closed();
    branches.forEach(ResponseContext::abandon);
  }

  private static void abandon(ClientBranch branch) {
    ClientTransaction transaction = branch.transaction();
    if (transaction != null && branch.open()) {
      transaction.abandon();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.RequestTarget;
import org.signalbox.routing.Routing;
import org.signalbox.routing.TransactionControl;
import org.signalbox.script.BlockKind;
import org.signalbox.script.RouteKind;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Route;
import org.signalbox.script.run.Script;
import org.signalbox.script.run.StateKey;
import org.signalbox.script.variable.Inheritance;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipResponse;

/**
 * Runs messages again. The message gets a run of its own, with its own branches, log prefix and
 * AVPs, so that nothing of the one that pulls it changes; it begins with copies of the caller's
 * AVPs and shares the caller's {@code $var} (siprepo.md §3). If its request has a transaction, it
 * stands in that.
 */
final class Pulling {
  /** How often messages that are pulled may pull messages. */
  private static final int DEEPEST = 10;

  private static final StateKey<Integer> DEPTH = StateKey.ofRun(() -> 0);

  private final MessageTable table;
  private final SiprepoCounters counters;
  private final Routing routing;
  private final @Nullable TransactionControl transactions;

  Pulling(
      MessageTable table,
      SiprepoCounters counters,
      Routing routing,
      @Nullable TransactionControl transactions) {
    this.table = table;
    this.counters = counters;
    this.routing = routing;
    this.transactions = transactions;
  }

  /** Lets the transaction of a request wait for the run of its copy, should it have one. */
  void hold(Frame frame) {
    if (transactions != null) {
      transactions.hold(frame);
    }
  }

  /** Whether the script has that route. */
  boolean has(String route) {
    return routing.has(BlockKind.NAMED, route);
  }

  /**
   * Runs a message; texts are as scripts hold them.
   *
   * @param workers where it runs when another thread is at work on its transaction
   */
  PullOutcome pull(@Nullable Frame caller, Wanted wanted, Executor workers) {
    PullOutcome outcome = pulled(caller, wanted, workers);
    counters.count(outcome);
    return outcome;
  }

  /**
   * What is to be run.
   *
   * @param remove whether the copy is removed
   */
  record Wanted(String callId, String id, String route, boolean remove) {}

  private PullOutcome pulled(@Nullable Frame caller, Wanted wanted, Executor workers) {
    StoredMessage stored = table.find(wanted.callId(), wanted.id());
    if (stored == null) {
      return PullOutcome.NOT_FOUND;
    }
    Script script = caller == null ? routing.script() : caller.script();
    Route route = script.route(BlockKind.NAMED, wanted.route()).orElse(null);
    if (route == null) {
      return PullOutcome.NO_ROUTE;
    }
    int depth = caller == null ? 0 : caller.state(DEPTH);
    if (depth >= DEEPEST) {
      return PullOutcome.TOO_DEEP;
    }
    SipMessage message = stored.message(); // before it is removed: nothing may get lost
    if (wanted.remove()) {
      if (!table.remove(stored)) {
        return PullOutcome.NOT_FOUND; // somebody else was faster
      }
      counters.removed.increment();
    }
    RouteKind kind = message instanceof SipResponse ? RouteKind.CORE_REPLY : RouteKind.REQUEST;
    Frame frame = new Frame(script, message, kind);
    frame.keep(DEPTH, depth + 1);
    RequestTarget.of(frame).flags(stored.flags());
    Run run = new Run(caller, frame, route, kind);
    run.begin(workers);
    return PullOutcome.DONE;
  }

  /**
   * A run that another thread may do later, when that has the turn of the transaction: only on the
   * caller's thread it shares the caller's variables.
   */
  private final class Run {
    private final @Nullable Frame caller;
    private final Frame frame;
    private final Route route;
    private final RouteKind kind;
    private final Thread thread = Thread.currentThread();
    private volatile boolean over;

    Run(@Nullable Frame caller, Frame frame, Route route, RouteKind kind) {
      this.caller = caller;
      this.frame = frame;
      this.route = route;
      this.kind = kind;
    }

    void begin(Executor workers) {
      if (caller != null) {
        Inheritance.copy(caller, frame);
      }
      if (transactions == null) {
        now();
      } else {
        transactions.within(frame, caller, this::now, workers);
      }
      over = true;
    }

    private void now() {
      if (caller == null || over || Thread.currentThread() != thread) {
        routing.run(route, kind, frame);
        return;
      }
      Inheritance.share(caller, frame);
      try {
        routing.run(route, kind, frame);
      } finally {
        Inheritance.part(frame); // it may wait now, and go on beside the caller
      }
    }
  }
}

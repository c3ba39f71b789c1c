// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.time.Duration;
import org.signalbox.module.Bindings;
import org.signalbox.module.UserAgent;
import org.signalbox.routing.Globals;
import org.signalbox.routing.LogSink;
import org.signalbox.routing.NextHops;
import org.signalbox.routing.ReplyAdditions;
import org.signalbox.routing.Routing;
import org.signalbox.routing.StatelessForward;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;
import org.signalbox.transaction.TransactionLayer;
import org.signalbox.transaction.TransactionTimers;
import org.signalbox.worker.WorkerGroup;
import org.signalbox.worker.WorkerGroupSettings;
import org.signalbox.worker.WorkerGroups;

/** What every part of the module works with. Immutable. */
record Tm(
    TmSettings settings,
    Routing routing,
    TransactionLayer transactions,
    NextHops hops,
    StatelessForward forward,
    ReplyAdditions.Style style,
    LogSink log,
    TimerWheel wheel,
    TimeSource time,
    WorkerGroup workers,
    Waiting waiting,
    TmCounters counters,
    UserAgent userAgent) {
  private static final Duration MARGIN = Duration.ofSeconds(5);

  /**
   * Not those of scripts: whatever these do, a timeout is answered in time. More than one, so that
   * a slow failure route delays nobody else.
   */
  private static final WorkerGroupSettings WORKERS = new WorkerGroupSettings("tm", 2);

  static Tm of(TmSettings settings, Bindings bindings, TmCounters counters) {
    StatelessForward forward = new StatelessForward();
    forward.connect(bindings);
    return new Tm(
        settings,
        bindings.require(Routing.class),
        bindings.require(TransactionLayer.class),
        bindings.require(NextHops.class),
        forward,
        new ReplyAdditions.Style(bindings.require(Globals.class), settings.richRedirect()),
        bindings.require(LogSink.class),
        bindings.require(TimerWheel.class),
        bindings.require(TimeSource.class),
        bindings.require(WorkerGroups.class).own(WORKERS),
        new Waiting(),
        counters,
        bindings.find(UserAgent.class).orElse(UserAgent.DEFAULT));
  }

  /** What the script wants, made when first asked for. */
  Wishes wishes(Here here) {
    Wishes known = here.wishes;
    if (known == null) {
      known = new Wishes(settings, transactions.timers());
      here.wishes = known;
    }
    return known;
  }

  /**
   * The timers of a server transaction: no 100 of its own, because scripts send theirs, and a
   * little more life than its branches have.
   */
  TransactionTimers server(TransactionTimers timers) {
    return timers
        .withTrying(Duration.ZERO)
        .withLifetime(timers.lifetime().plus(MARGIN), timers.lifetimeInv().plus(MARGIN));
  }

  /**
   * Runs work on a worker that no script's tasks can keep busy. It is owed: there is at most as
   * much of it as there are transactions and branches.
   */
  void onWorker(Runnable work) {
    workers.owe(work);
  }
}

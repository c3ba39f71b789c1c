// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.TransactionControl;
import org.signalbox.routing.TransactionControl.Ticket;
import org.signalbox.script.run.Frame;
import org.signalbox.timer.TimerNode;

/**
 * One wait of a request, from the script that has it wait to whoever goes on with it, or to its
 * end. It begins and ends in the {@link Turn} of its context.
 *
 * <p>As a timer node it is the longest that it may wait.
 */
final class Suspension extends TimerNode {
  private final ResponseContext context;
  private final long number;
  private final Frame frame;
  private final Runnable over;

  private Suspension(ResponseContext context, long number, Frame frame, Runnable over) {
    this.context = context;
    this.number = number;
    this.frame = frame;
    this.over = over;
  }

  /**
   * Lets a request wait.
   *
   * @param over hears when nobody need go on with it any more
   * @return null when it cannot wait
   */
  static @Nullable Suspension begin(ResponseContext context, Frame frame, Runnable over) {
    if (context.invite() && context.server().lastStatus() == 0) {
      Replies.send(context, frame, 100, context.tm().settings().tryingReason());
    }
    long number = context.server().suspend();
    return number == 0 ? null : new Suspension(context, number, frame, over);
  }

  ResponseContext context() {
    return context;
  }

  /** What names it. */
  Ticket ticket() {
    return new Ticket(context.index(), context.label());
  }

  /** Ends it after some time, as if a branch had not answered. */
  void atMost(Duration patience) {
    context.tm().wheel().start(this, patience);
  }

  @Override
  protected void expired() {
    context.tm().onWorker(() -> context.turn().run(this::inVain));
  }

  private void inVain() {
    if (context.suspended(this)) {
      context.tm().waiting().forget(this);
      goOn();
      context.unheard(frame);
    }
  }

  /**
   * Goes on with the request.
   *
   * @param workers where it goes on when another thread works on it; null: on that thread
   */
  void resume(TransactionControl.Entry entry, @Nullable Executor workers) {
    Turn turn = context.turn();
    if (workers == null) {
      turn.run(() -> resume(entry));
    } else if (!turn.runIfFree(() -> resume(entry))) {
      turn.run(() -> workers.execute(() -> resume(entry, workers)));
    }
  }

  private void resume(TransactionControl.Entry entry) {
    if (goOn()) {
      context.resumed(entry, frame);
    } else {
      context.resumedLate();
    }
  }

  /** The request does not wait any more; false when it has ended meanwhile. */
  boolean goOn() {
    if (!context.suspended(this)) {
      return false;
    }
    context.tm().wheel().cancel(this);
    context.waitsNoMore();
    over.run(); // it may be somebody else who goes on
    return context.server().resume(number);
  }

  /** The request has ended: nobody need go on. */
  void over() {
    context.tm().wheel().cancel(this);
    context.tm().waiting().forget(this);
    over.run();
  }
}

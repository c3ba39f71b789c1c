// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Route;
import org.signalbox.transaction.ServerTransaction;

/**
 * What modules besides {@code tm}, which binds it, may do with transactions of scripts.
 * Thread-safe; a frame belongs to the thread that runs it.
 */
public interface TransactionControl {

  /** Which branches {@link #cancelBranches} cancels. */
  enum Which {
    ALL,
    OTHERS,
    THIS
  }

  /**
   * Makes the transaction of the request of a frame, unless it has one.
   *
   * @return false when nothing is left to do for the request: it is a repetition of one that
   *     another thread works on, was refused because there are too many, or has been cancelled
   */
  boolean open(Frame frame);

  /**
   * Lets the request of a frame wait, in a transaction of its own: an INVITE is answered with 100.
   *
   * <p>It waits for as long as a final reply may take (fr_timer), because nobody has promised to go
   * on with it; then its branches have timed out.
   *
   * @return what {@link #resume} wants; null when it cannot wait
   */
  @Nullable Ticket suspend(Frame frame);

  /**
   * The same without an end, for who keeps a clock of his own.
   *
   * @param over told once, when the request is answered, cancelled, dropped or resumed by anybody:
   *     then nobody need resume it any more
   */
  @Nullable Ticket suspend(Frame frame, Runnable over);

  /** A request that waits: {@code $T(id_index)} and {@code $T(id_label)}. */
  record Ticket(long index, long label) {}

  /** Runs what a request goes on with, in the frame that was suspended. */
  @FunctionalInterface
  interface Entry {
    /** Runs once, in the turn of the request. */
    void run(Frame frame);
  }

  /**
   * Goes on with a request that waits, on this thread. What then neither answers nor relays it, nor
   * lets it wait again, is an error that is answered with 500.
   *
   * @param workers where it goes on instead when another thread works on the request, which may be
   *     the one that has suspended it; must not block. Null: on that thread
   * @return false when no request waits under that ticket
   */
  boolean resume(Ticket ticket, Entry entry, @Nullable Executor workers);

  /** Goes on in a route, on this thread or on the one that works on the request. */
  default boolean resume(Ticket ticket, Route route) {
    return resume(
        ticket,
        frame -> {
          // Whoever resumes it may run a script that was loaded since: this one goes on in its own.
          Route own = frame.script().route(route.kind(), route.name()).orElse(route);
          frame.script().run(own, frame.kind(), frame);
        },
        null);
  }

  /**
   * Takes a suspension back, before the script that suspended the request has ended: it goes on as
   * if nothing had been suspended. False when no request waits under that ticket.
   */
  boolean release(Ticket ticket);

  /**
   * Goes on in a script with a request whose transaction somebody else has begun; from then on it
   * belongs to the script.
   *
   * @param frame new, for its request
   */
  void adopt(ServerTransaction transaction, Frame frame, Entry entry);

  /**
   * Answers a request that waits, which ends that; false when none does.
   *
   * @param reason as scripts hold texts
   */
  boolean answer(Ticket ticket, int code, String reason);

  /** What transactions have done since the start. */
  TransactionCounts counts();

  /**
   * Keeps the transaction of a frame, should it have one, when its script ends without an answer:
   * somebody will go on with the request later.
   */
  void hold(Frame frame);

  /**
   * Runs something for a request that may have a transaction already, which its frame then stands
   * in. Happens at once, unless another thread works on that transaction.
   *
   * @param frame of a request that has not run yet
   * @param caller whose run this interrupts; null for none
   * @param workers where it happens when the other thread has ended; when they take nothing more,
   *     that thread does it
   */
  void within(Frame frame, @Nullable Frame caller, Runnable run, Executor workers);

  /** Cancels branches of the transaction of a frame; false without one. */
  boolean cancelBranches(Frame frame, Which which);

  /**
   * Cancels an INVITE that is being relayed.
   *
   * @param cseq its number
   * @param flag the message flag that it gets; -1 for none
   * @return false when there is none
   */
  boolean cancel(String callId, long cseq, int flag);

  /**
   * Answers a request that has no final reply yet; false when there is none.
   *
   * @param reason as scripts hold texts
   */
  boolean reply(String callId, long cseq, int code, String reason);

  /** Ends the transaction of a frame without a reply; false without one. */
  boolean drop(Frame frame);

  /** Writes the message flags of a frame into its transaction; false without one. */
  boolean keepFlags(Frame frame);
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Route;

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
   * Lets the request of a frame wait, in a transaction of its own: an INVITE is answered with 100.
   *
   * @return what {@link #resume} wants; null when it cannot wait
   */
  @org.jspecify.annotations.Nullable
  Ticket suspend(Frame frame);

  /** A request that waits: {@code $T(id_index)} and {@code $T(id_label)}. */
  record Ticket(long index, long label) {}

  /**
   * Goes on with a request that waits, in a route, on this thread or on the one that works on it.
   *
   * @return false when no request waits under that ticket
   */
  boolean resume(Ticket ticket, Route route);

  /** What transactions have done since the start. */
  TransactionCounts counts();

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

  /** Answers a request that has no final reply yet; false when there is none. */
  boolean reply(String callId, long cseq, int code, String reason);

  /** Ends the transaction of a frame without a reply; false without one. */
  boolean drop(Frame frame);

  /** Writes the message flags of a frame into its transaction; false without one. */
  boolean keepFlags(Frame frame);
}

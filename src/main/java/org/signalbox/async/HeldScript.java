// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.TransactionControl;
import org.signalbox.routing.TransactionControl.Entry;
import org.signalbox.routing.TransactionControl.Ticket;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Continuation;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Route;
import org.signalbox.sip.SipRequest;

/** A request whose script waits, in a transaction. */
final class HeldScript implements Held {
  private final TransactionControl transactions;
  private final SipRequest request;
  private final String next;
  private volatile @Nullable Entry rest;
  private volatile @Nullable Ticket ticket;

  /**
   * One that waits for nothing yet.
   *
   * @param next the route where it goes on
   */
  HeldScript(TransactionControl transactions, SipRequest request, Route next) {
    this.transactions = transactions;
    this.request = request;
    this.next = next.name();
  }

  /** Begins its transaction; false when nothing is left to do for it. */
  boolean open(Frame frame) {
    return transactions.open(frame);
  }

  /**
   * Suspends it.
   *
   * @param over told when it has been answered or cancelled and nobody need resume it
   * @return false when it cannot wait
   */
  boolean suspend(Frame frame, Runnable over) {
    Ticket given = transactions.suspend(frame, over);
    ticket = given;
    return given != null;
  }

  /** Has it go on in a route. */
  void goesOnIn(Route route) {
    rest = frame -> frame.script().run(route, frame.kind(), frame);
  }

  /** Has it go on where it was. */
  void goesOnAt(Continuation left) {
    rest = frame -> frame.script().resume(left, frame.kind(), frame);
  }

  /** Takes the suspension back: its script has not ended and goes on at once. */
  void release() {
    Ticket given = ticket;
    if (given != null) {
      transactions.release(given);
    }
  }

  @Override
  public SipRequest request() {
    return request;
  }

  @Override
  public String next() {
    return next;
  }

  @Override
  public void resume(Executor workers) {
    Ticket given = ticket;
    Entry entry = rest;
    if (given != null && entry != null) {
      transactions.resume(given, entry, workers);
    }
  }

  @Override
  public boolean answer(int code, String reason) {
    Ticket given = ticket;
    return given != null && transactions.answer(given, code, WireText.bytes(reason));
  }
}

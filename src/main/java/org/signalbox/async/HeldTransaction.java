// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.util.concurrent.Executor;
import org.signalbox.sip.SipRequest;
import org.signalbox.transaction.ServerTransaction;

/** A request that waits in its transaction and goes on in Java. */
final class HeldTransaction implements Held {
  private final ServerTransaction transaction;
  private final String next;
  private final Runnable then;
  private final Refusal refusal;
  private volatile long suspension;

  /** Answers the request. */
  @FunctionalInterface
  interface Refusal {
    /** False when it has been answered. */
    boolean answer(int code, String reason);
  }

  /**
   * One that does not wait yet.
   *
   * @param next what it goes on with, for operators
   * @param then goes on with it
   */
  HeldTransaction(ServerTransaction transaction, String next, Runnable then, Refusal refusal) {
    this.transaction = transaction;
    this.next = next;
    this.then = then;
    this.refusal = refusal;
  }

  /**
   * Suspends it.
   *
   * @param over told when it has been answered or cancelled and nobody need resume it
   * @return false when it cannot wait: answered, cancelled, or waiting already
   */
  boolean suspend(Runnable over) {
    suspension = transaction.suspend(over);
    return suspension != 0;
  }

  @Override
  public SipRequest request() {
    return transaction.request();
  }

  @Override
  public String next() {
    return next;
  }

  @Override
  public void resume(Executor workers) {
    if (!transaction.resume(suspension)) {
      return;
    }
    try {
      then.run();
    } catch (RuntimeException | Error e) { // written by others, and a client waits
      AsyncLog.LOG.callbackFailed(String.valueOf(transaction.request().callId()), e);
      refusal.answer(500, "Server Internal Error");
    }
  }

  @Override
  public boolean answer(int code, String reason) {
    return refusal.answer(code, reason);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.util.concurrent.Executor;
import org.signalbox.sip.SipRequest;

/** A request that has been suspended, by whoever knows how to go on with it. Thread-safe. */
interface Held {

  /** The request. */
  SipRequest request();

  /** What it goes on with, for operators: the name of a route. */
  String next();

  /**
   * Goes on, on the thread of a worker; does nothing when the request needs it no more.
   *
   * @param workers for what cannot go on yet, because another thread works on the request
   */
  void resume(Executor workers);

  /** Answers it instead; false when it has been answered. */
  boolean answer(int code, String reason);
}

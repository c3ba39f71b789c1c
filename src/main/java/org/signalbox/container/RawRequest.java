// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import org.jspecify.annotations.Nullable;
import org.signalbox.sip.SipRequest;
import org.signalbox.transaction.Admission;
import org.signalbox.transaction.ServerTransaction;

/**
 * The way past the Servlet API for servlets of this house: every received {@code SipServletRequest}
 * implements it. Asking costs nothing.
 */
public interface RawRequest {

  /** The message itself. */
  SipRequest message();

  /** The server transaction, if one has begun. */
  @Nullable ServerTransaction startedTransaction();

  /** Begins the server transaction unless it has begun; any thread. */
  Admission transaction();

  /**
   * Hands the request to another servlet of the application, which answers it as if it had been
   * chosen for it; on the thread of the request.
   *
   * @return false when there is no such servlet, or the request has a transaction already
   */
  boolean serveBy(String servlet);
}

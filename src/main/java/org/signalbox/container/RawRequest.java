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
}

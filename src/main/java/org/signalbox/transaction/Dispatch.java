// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import org.jspecify.annotations.Nullable;
import org.signalbox.sip.MessageEdits;
import org.signalbox.sip.SipRequest;
import org.signalbox.transport.Destination;

/**
 * A request about to leave, and how. The request is not changed: several may share one.
 *
 * @param request the request without this hop's Via, which is put on top
 * @param edits changes for this branch only; null: those of the request itself
 * @param destination where to; without a source, the transport's choice is taken
 * @param branch for the Via, with its cookie, unique; null: a new one
 * @param viaParameters what follows the branch in the Via, each with its semicolon
 * @param timers values of its own; null: those of the layer
 */
public record Dispatch(
    SipRequest request,
    @Nullable MessageEdits edits,
    Destination destination,
    @Nullable String branch,
    String viaParameters,
    @Nullable TransactionTimers timers) {

  /** A request as it is, with a new branch and {@code rport} (RFC 3581). */
  public static Dispatch of(SipRequest request, Destination destination) {
    return new Dispatch(request, null, destination, null, ";rport", null);
  }

  /** The same with timer values of its own. */
  public Dispatch withTimers(TransactionTimers own) {
    return new Dispatch(request, edits, destination, branch, viaParameters, own);
  }

  /** The same with the changes of one branch. */
  public Dispatch withEdits(MessageEdits own) {
    return new Dispatch(request, own, destination, branch, viaParameters, timers);
  }

  /** The same to another address. */
  public Dispatch withDestination(Destination other) {
    return new Dispatch(request, edits, other, branch, viaParameters, timers);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import org.signalbox.transport.SendOutcome;

/** Why a client transaction ends without a final response; a value, because failing is normal. */
public sealed interface ClientFailure {

  /** Nobody answered in time: timers B, C, F, or a CANCEL without effect. */
  record TimedOut(boolean provisionalSeen) implements ClientFailure {}

  /** The request could not be sent; {@link SendOutcome.Failed#cause} says why. */
  record Unsent(SendOutcome.Failed failure) implements ClientFailure {}

  /**
   * There are as many client transactions as {@link TransactionBounds} allows; nothing was sent.
   */
  record TableFull() implements ClientFailure {}
}

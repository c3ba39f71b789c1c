// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import org.jspecify.annotations.Nullable;
import org.signalbox.transport.Destination;

/** A request sent, and the responses to it. Thread-safe. */
public final class ClientTransaction {

  ClientTransaction() {}

  /** Where it stands. */
  public TransactionState state() {
    throw new UnsupportedOperationException();
  }

  /** Where the request went. */
  public Destination destination() {
    throw new UnsupportedOperationException();
  }

  /** The branch of its Via. */
  public String branch() {
    throw new UnsupportedOperationException();
  }

  /** The status of the last response; 0 before the first. */
  public int lastStatus() {
    throw new UnsupportedOperationException();
  }

  /**
   * Cancels an INVITE (RFC 3261 §9.1): the CANCEL leaves once a provisional response has come, or
   * never when a final one comes first. The listener still hears of the final response (487), or
   * {@link ClientFailure.TimedOut} when none follows within {@link TransactionTimers#fr}.
   *
   * @param headers whole header lines for the CANCEL, each ended by CRLF, such as Reason; or empty
   * @return false when it is no INVITE, has its final response, or is cancelled already
   */
  public boolean cancel(String headers) {
    throw new UnsupportedOperationException(headers);
  }

  /** Whether {@link #cancel} has been called. */
  public boolean cancelled() {
    throw new UnsupportedOperationException();
  }

  /** Stops retransmitting and listening; the listener hears {@link ClientFailure.Abandoned}. */
  public void abandon() {
    throw new UnsupportedOperationException();
  }

  /** Whatever its user keeps with it. */
  public @Nullable Object attachment() {
    throw new UnsupportedOperationException();
  }

  /** Keeps something with it, in place of what was there. */
  public void attach(@Nullable Object attachment) {
    throw new UnsupportedOperationException(String.valueOf(attachment));
  }
}

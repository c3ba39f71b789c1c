// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import org.signalbox.sip.SipResponse;

/**
 * Hears what becomes of a request. Called on transport and timer threads, also before {@link
 * TransactionLayer#send} has returned, and never while a lock is held; must not block.
 */
public interface ClientListener {

  /** A 1xx, each as it comes, repeats included. */
  default void provisional(ClientTransaction transaction, SipResponse response) {}

  /**
   * A final response: once, except that each further 2xx of an INVITE (repeated, or from another
   * fork) comes too for as long as {@link TransactionTimers#accepted} (RFC 6026), even after {@link
   * #failed}. A negative response to INVITE has been acknowledged already.
   */
  void answered(ClientTransaction transaction, SipResponse response);

  /**
   * Whether an INVITE that rang for too long (timer C) is cancelled by its transaction; false: the
   * listener does it, after {@link #failed}.
   */
  default boolean cancelledAfterRinging() {
    return true;
  }

  /** No final response came, or none will; at most once. */
  void failed(ClientTransaction transaction, ClientFailure failure);
}

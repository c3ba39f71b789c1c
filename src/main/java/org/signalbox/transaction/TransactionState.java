// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

/** The states of RFC 3261 figures 5 to 8 and of RFC 6026 (ACCEPTED). */
public enum TransactionState {
  /** INVITE client: sent, nothing heard. */
  CALLING,
  /** Non-INVITE: nothing but the request so far. */
  TRYING,
  /** A provisional response has passed, or an INVITE waits for its first. */
  PROCEEDING,
  /** A final response has passed (INVITE: 300 to 699). */
  COMPLETED,
  /** INVITE server: the ACK of a 300 to 699 has come. */
  CONFIRMED,
  /** INVITE: a 2xx has passed; more of them may follow (RFC 6026). */
  ACCEPTED,
  /** Over, and no longer in any table. */
  TERMINATED
}

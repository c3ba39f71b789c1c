// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

/**
 * What {@link TransactionLayer#newServerTransaction} gives: the transaction, or why there is none.
 */
public sealed interface Admission permits ServerTransaction, Admission.Refused {

  /** Why a request got no transaction of its own. */
  enum Refused implements Admission {
    /** The same request made one in the meantime; its last reply has been sent again. */
    RETRANSMISSION,
    /** The table is full; the request has been answered with 503. */
    TABLE_FULL,
    /** An ACK, or a request without a usable Via: there is nothing to keep. */
    NOT_POSSIBLE
  }
}

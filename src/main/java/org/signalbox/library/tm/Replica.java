// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import org.signalbox.sip.SipResponse;
import org.signalbox.transaction.ClientFailure;
import org.signalbox.transaction.ClientListener;
import org.signalbox.transaction.ClientTransaction;

/** A copy of a request that another server gets ({@code t_replicate}); nobody hears its replies. */
final class Replica implements ClientListener {
  private volatile boolean unsent;

  /** Known at once to the thread that sends. */
  boolean unsent() {
    return unsent;
  }

  @Override
  public void answered(ClientTransaction transaction, SipResponse response) {}

  @Override
  public void failed(ClientTransaction transaction, ClientFailure failure) {
    unsent = failure instanceof ClientFailure.Unsent;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import org.signalbox.sip.SipResponse;

/** For a CANCEL: what counts is what its INVITE gets. */
enum NobodyListens implements ClientListener {
  INSTANCE;

  @Override
  public void answered(ClientTransaction transaction, SipResponse response) {}

  @Override
  public void failed(ClientTransaction transaction, ClientFailure failure) {}
}

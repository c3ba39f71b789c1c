// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import org.jspecify.annotations.Nullable;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;

/** Stands in until a user moves in: what arrives before that is dropped. */
enum NobodyHome implements TransactionUser {
  INSTANCE;

  @Override
  public void request(SipRequest request) {}

  @Override
  public void cancel(SipRequest cancel, @Nullable ServerTransaction invite) {}

  @Override
  public void ack(SipRequest ack, @Nullable ServerTransaction invite) {}

  @Override
  public void strayResponse(SipResponse response) {}
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ParseProblem;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.transaction.ServerTransaction;
import org.signalbox.transaction.TransactionUser;
import org.signalbox.transport.SendOutcome;

/** Requests go to the container, replies without a transaction to whom their Via names. */
public final class RoutedTransactions implements TransactionUser {
  private final TransactionUser container;
  private final StrayReplies strays;

  public RoutedTransactions(TransactionUser container, StrayReplies strays) {
    this.container = container;
    this.strays = strays;
  }

  @Override
  public void request(SipRequest request) {
    container.request(request);
  }

  @Override
  public void cancel(SipRequest cancel, @Nullable ServerTransaction invite) {
    container.cancel(cancel, invite);
  }

  @Override
  public void ack(SipRequest ack, @Nullable ServerTransaction invite) {
    container.ack(ack, invite);
  }

  @Override
  public void strayResponse(SipResponse response) {
    if (!strays.pass(response)) {
      container.strayResponse(response);
    }
  }

  @Override
  public void replyFailed(ServerTransaction transaction, SendOutcome.Failed failure) {
    container.replyFailed(transaction, failure);
  }

  @Override
  public void expired(ServerTransaction transaction) {
    if (transaction.attachment() instanceof TransactionOwner owner) {
      owner.expired(transaction);
    } else {
      container.expired(transaction);
    }
  }

  @Override
  public void malformed(byte[] bytes, ParseProblem problem, ReceiveInfo info) {
    container.malformed(bytes, problem, info);
  }
}

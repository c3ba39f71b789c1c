// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sl;

import org.signalbox.routing.RequestFilter;
import org.signalbox.routing.Routing;
import org.signalbox.sip.Method;
import org.signalbox.sip.SipRequest;
import org.signalbox.transaction.TransactionLayer;

/**
 * Swallows the ACK of a negative reply that was sent without a trace: its To tag is the one that
 * the reply had (modules.md §1). Thread-safe.
 */
final class AckFilter implements RequestFilter {
  static final String EVENT = "sl:filtered-ack";

  private final Routing routing;
  private final TransactionLayer transactions;

  /** Whether there ever was a reply that is acknowledged; before, no ACK can be for one. */
  private volatile boolean expecting;

  AckFilter(Routing routing, TransactionLayer transactions) {
    this.routing = routing;
    this.transactions = transactions;
  }

  void expectAck() {
    if (!expecting) {
      expecting = true;
    }
  }

  @Override
  public boolean takes(SipRequest request) {
    if (!expecting
        || !request.is(Method.ACK)
        || !transactions.toTag(request).equals(request.toTag())) {
      return false;
    }
    routing.event(EVENT, request);
    return true;
  }
}

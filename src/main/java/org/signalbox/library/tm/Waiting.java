// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.TransactionControl;

/** Requests that wait, by what names them; at most as many as there are transactions. */
final class Waiting {
  private final Map<TransactionControl.Ticket, ResponseContext> contexts =
      new ConcurrentHashMap<>();

  void add(ResponseContext context) {
    contexts.put(ticket(context), context);
  }

  /** Takes one out: for one caller of all. */
  @Nullable ResponseContext take(TransactionControl.Ticket ticket) {
    return contexts.remove(ticket);
  }

  void forget(ResponseContext context) {
    contexts.remove(ticket(context));
  }

  private static TransactionControl.Ticket ticket(ResponseContext context) {
    return new TransactionControl.Ticket(context.index(), context.label());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.TransactionControl;

/** Requests that wait, by what names them; at most as many as there are transactions. */
final class Waiting {
  private final Map<TransactionControl.Ticket, Suspension> suspensions = new ConcurrentHashMap<>();

  private final AtomicLong labels = new AtomicLong();

  /** A name for one that may wait one day. */
  long label() {
    return labels.incrementAndGet() & 0x7fff_ffff;
  }

  void add(Suspension suspension) {
    suspensions.put(suspension.ticket(), suspension);
  }

  /** Takes one out: for one caller of all. */
  @Nullable Suspension take(TransactionControl.Ticket ticket) {
    return suspensions.remove(ticket);
  }

  void forget(Suspension suspension) {
    suspensions.remove(suspension.ticket());
  }
}

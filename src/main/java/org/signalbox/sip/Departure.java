// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import org.jspecify.annotations.Nullable;

/**
 * How a message leaves.
 *
 * @param sender the listening point it leaves from; null when it is written but not sent
 * @param via the Via to put on top of a request; null for none
 */
public record Departure(@Nullable ListeningPoint sender, @Nullable OutgoingVia via) {

  /** Written for somebody to look at: no Via added or removed, nothing filled in. */
  public static final Departure NOWHERE = new Departure(null, null);

  /** Whether it leaves over a stream, where Content-Length must be there and right. */
  boolean stream() {
    return sender != null && sender.protocol().reliable();
  }
}

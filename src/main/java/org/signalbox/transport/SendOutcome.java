// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.net.InetSocketAddress;

/** What became of a message handed to {@link MessageSender}; a value, because failing is normal. */
public sealed interface SendOutcome {

  /** Handed to the kernel; for UDP that is all anybody can know. */
  record Sent(InetSocketAddress local, long connectionId) implements SendOutcome {}

  /** Not sent. {@code detail} is a sentence for operators. */
  record Failed(Cause cause, String detail) implements SendOutcome {}

  /** Why a message could not be sent. */
  enum Cause {
    REFUSED,
    UNREACHABLE,
    NO_LISTENER,
    CONNECT_TIMEOUT,
    QUEUE_FULL,
    TOO_LARGE,
    CLOSED
  }
}

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
    /** The peer answered the connect with a reset. */
    REFUSED,
    /** The network has no way to the peer. */
    UNREACHABLE,
    /** No open listening point speaks the protocol and the address family. */
    NO_LISTENER,
    /** There is no connection, and none may be opened: forbidden, or the limit is reached. */
    NO_CONNECTION,
    /** {@code tcp_connect_timeout} passed without an answer from the peer. */
    CONNECT_TIMEOUT,
    /** The peer reads too slowly: {@code tcp_conn_wq_max} or {@code tcp_wq_max} is reached. */
    QUEUE_FULL,
    /** The message does not fit in a datagram. */
    TOO_LARGE,
    /** The connection or the transport closed first. */
    CLOSED
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

/** Why a stream connection ended; the first reason to occur is the one reported. */
public enum CloseReason {
  /** The peer or this server closed it in good order, or it carried what is no SIP. */
  CLOSED,
  /** The peer reset it, or refused to be connected to. */
  RESET,
  /**
   * Nothing moved: keepalive probes unanswered, connecting or writing took too long, an accepted
   * connection stayed silent, a message stayed incomplete.
   */
  TIMEOUT,
  /** It was idle for its whole lifetime. */
  LIFETIME,
  /** The transport closed. */
  SHUTDOWN
}

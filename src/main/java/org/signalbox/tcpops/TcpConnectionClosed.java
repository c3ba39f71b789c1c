// SPDX-License-Identifier: Apache-2.0
package org.signalbox.tcpops;

import java.net.InetSocketAddress;
import java.time.Instant;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.transport.CloseReason;
import org.signalbox.transport.Connection;
import org.signalbox.transport.ConnectionClosed;

/**
 * A stream connection has ended; a CDI event, fired once for each connection that {@code
 * closed_event} selects, on a worker.
 *
 * @param conid the id it had; no other connection gets it
 * @param reason why it ended
 * @param protocol what ran in it
 * @param peer the other end
 * @param local this end
 * @param outgoing whether this server had opened it
 * @param created when it began, by the wall clock
 * @param at when it ended, by the wall clock
 */
public record TcpConnectionClosed(
    long conid,
    CloseReason reason,
    TransportProtocol protocol,
    InetSocketAddress peer,
    InetSocketAddress local,
    boolean outgoing,
    Instant created,
    Instant at) {

  static TcpConnectionClosed of(ConnectionClosed ended) {
    Connection connection = ended.connection();
    return new TcpConnectionClosed(
        connection.id(),
        ended.reason(),
        connection.protocol(),
        connection.peer(),
        connection.local(),
        connection.outgoing(),
        connection.created(),
        ended.at());
  }

  /** The name of the event route for it (tcpops.md §5): {@code tcp:closed}. */
  public String event() {
    return switch (reason) {
      case RESET -> ClosedEvents.RESET;
      case TIMEOUT, LIFETIME -> ClosedEvents.TIMEOUT;
      case CLOSED, SHUTDOWN -> ClosedEvents.CLOSED;
    };
  }
}

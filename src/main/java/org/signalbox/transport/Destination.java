// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.TransportProtocol;

/**
 * Where a message goes: a resolved address, the socket it leaves from, and the connection to use.
 *
 * @param protocol what to speak
 * @param address the peer, resolved
 * @param source the listening point to send from; null lets the transport choose
 * @param connectionId a connection to prefer while it lives; 0 for none
 * @param back whether this is the way back to a sender: a connection that this server was told to
 *     close is then not opened anew
 * @param use what it may do to its connection
 */
public record Destination(
    TransportProtocol protocol,
    InetSocketAddress address,
    @Nullable ListeningPoint source,
    long connectionId,
    boolean back,
    ConnectionUse use) {

  /** A way forth. */
  public Destination(
      TransportProtocol protocol,
      InetSocketAddress address,
      @Nullable ListeningPoint source,
      long connectionId) {
    this(protocol, address, source, connectionId, false, ConnectionUse.USUAL);
  }

  /** The way back to whoever sent a message. */
  public static Destination backTo(ReceiveInfo received) {
    return new Destination(
        received.protocol(),
        received.source(),
        received.listener(),
        received.connectionId(),
        true,
        ConnectionUse.USUAL);
  }

  /** To an address, from whichever listening point suits it. */
  public static Destination to(TransportProtocol protocol, InetSocketAddress address) {
    return new Destination(protocol, address, null, 0);
  }

  /** The same from another listening point. */
  public Destination withSource(@Nullable ListeningPoint other) {
    return new Destination(protocol, address, other, connectionId, back, use);
  }

  /** The same with another use of its connection. */
  public Destination with(ConnectionUse other) {
    return other.equals(use)
        ? this
        : new Destination(protocol, address, source, connectionId, back, other);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.TransportProtocol;

/** The sending half of the transport, as the rooms above it see it. Thread-safe; never blocks. */
public interface MessageSender {

  /** The open listening points in the order of the file; none where there are no sockets. */
  default List<ListeningPoint> listeningPoints() {
    return List.of();
  }

  /**
   * The listening point from which a message to this address would leave: its Via needs it.
   *
   * @return null when no open listening point speaks the protocol and the address family
   */
  @Nullable ListeningPoint sourceFor(TransportProtocol protocol, InetSocketAddress address);

  /**
   * Sends one complete message. The array may be reused once the call returns.
   *
   * @param buffer holds the message
   * @param offset where it begins
   * @param length its size in bytes
   * @param destination where to
   * @param listener told exactly once what became of it
   */
  void send(byte[] buffer, int offset, int length, Destination destination, SendListener listener);
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.net.InetSocketAddress;

/**
 * Where a message came from and where it came in; enough to send a reply back the same way.
 *
 * @param listener the listening point that received it (for an outgoing connection: the one it was
 *     opened for)
 * @param source the peer's address
 * @param local the address it arrived at; equals the listener's unless that is a wildcard
 * @param connectionId id of the stream connection, from 1; 0 for datagrams
 */
public record ReceiveInfo(
    ListeningPoint listener, InetSocketAddress source, InetSocketAddress local, long connectionId) {

  /** The protocol of the listening point. */
  public TransportProtocol protocol() {
    return listener.protocol();
  }
}

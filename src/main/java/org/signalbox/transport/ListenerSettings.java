// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.TransportProtocol;

/**
 * One {@code listen=} of the configuration file, its host resolved.
 *
 * @param protocol what to speak
 * @param address where to bind; port 0 takes a free one
 * @param name from {@code name "..."}, or null
 * @param advertisedHost from {@code advertise}, or null for the bound address
 * @param advertisedPort from {@code advertise}; 0 for the bound port
 */
public record ListenerSettings(
    TransportProtocol protocol,
    InetSocketAddress address,
    @Nullable String name,
    @Nullable String advertisedHost,
    int advertisedPort) {

  /** A listener without name and without another face. */
  public static ListenerSettings of(TransportProtocol protocol, InetSocketAddress address) {
    return new ListenerSettings(protocol, address, null, null, 0);
  }
}

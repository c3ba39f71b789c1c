// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.TransportProtocol;

/**
 * One socket that a file asks for.
 *
 * @param protocol what is spoken there
 * @param address a concrete address, never a wildcard
 * @param name the name given with {@code name "..."}, or null
 * @param advertisedHost the host that messages carry instead of the address, or null
 * @param advertisedPort the port that messages carry; 0 for the real one
 * @param virtual whether the address need not exist on this machine yet
 * @param workers threads that read it; 0 leaves the choice to {@code children}
 * @param place {@code file:line:column} of the line that asks for it; empty when no line does
 */
public record ListenAddress(
    TransportProtocol protocol,
    InetSocketAddress address,
    @Nullable String name,
    @Nullable String advertisedHost,
    int advertisedPort,
    boolean virtual,
    int workers,
    String place) {

  /** The same socket, wherever a file asks for it. */
  ListenAddress anywhere() {
    return new ListenAddress(
        protocol, address, name, advertisedHost, advertisedPort, virtual, workers, "");
  }
}

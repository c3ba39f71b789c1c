// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * An address on which this server receives, as every room above the sockets sees it.
 *
 * @param index position in the list of open listening points, from 0; the transport finds the
 *     socket by it
 * @param protocol what is spoken there
 * @param address the bound address, with the real port when the file asked for port 0
 * @param name the name given with {@code name "..."} in the file, or null
 * @param sentByHost host for Via, Call-ID and Record-Route: the advertised one, else the bound
 *     address (IPv6 in brackets)
 * @param sentByPort port for Via and Record-Route: the advertised one, else the bound port
 */
public record ListeningPoint(
    int index,
    TransportProtocol protocol,
    InetSocketAddress address,
    @Nullable String name,
    String sentByHost,
    int sentByPort) {}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import org.jspecify.annotations.Nullable;
import org.signalbox.sip.TransportProtocol;

/**
 * What a URI says about where a request goes.
 *
 * @param host a name, an IPv4 address, or an IPv6 address with or without brackets
 * @param port 1 to 65535, or -1 when the URI has none
 * @param protocol of the transport parameter, or null when there is none
 * @param secure whether the scheme is sips, so that only TLS will do
 */
public record NextHop(String host, int port, @Nullable TransportProtocol protocol, boolean secure) {

  /** The port of a URI without one. */
  public static final int NO_PORT = -1;
}

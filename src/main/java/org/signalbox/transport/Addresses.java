// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import org.signalbox.sip.AddressText;
import org.signalbox.sip.TransportProtocol;

/** Writes addresses the way Kamailio's file and log do: {@code udp:127.0.0.1:5060}. */
public final class Addresses {

  private Addresses() {}

  /** {@code udp:127.0.0.1:5060}; an IPv6 address in brackets. */
  public static String text(TransportProtocol protocol, InetSocketAddress address) {
    return protocol.parameterName() + ":" + text(address);
  }

  /** {@code 127.0.0.1:5060}; an IPv6 address in brackets. */
  public static String text(InetSocketAddress address) {
    InetAddress host = address.getAddress();
    return (host == null ? address.getHostString() : AddressText.host(host))
        + ":"
        + address.getPort();
  }

  /**
   * The address itself or, for a wildcard, one of this machine's that others can reach; Via,
   * Contact and Record-Route need one.
   */
  static InetAddress own(InetAddress bound) {
    if (!bound.isAnyLocalAddress()) {
      return bound;
    }
    boolean ipv6 = bound instanceof Inet6Address;
    InetAddress loopback = bound;
    try {
      for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        for (InetAddress address : Collections.list(card.getInetAddresses())) {
          if (address instanceof Inet6Address != ipv6 || address.isLinkLocalAddress()) {
            continue;
          }
          if (!address.isLoopbackAddress()) {
            return address;
          }
          loopback = address;
        }
      }
    } catch (SocketException e) {
      return bound; // the machine does not tell
    }
    return loopback;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.net.InetSocketAddress;

/** How operators read addresses. */
final class Addresses {
  private Addresses() {}

  /** {@code host:port}, with brackets around an IPv6 host. */
  static String text(InetSocketAddress address) {
    String host =
        address.isUnresolved() ? address.getHostString() : address.getAddress().getHostAddress();
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}

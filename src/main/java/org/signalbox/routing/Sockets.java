// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.TransportProtocol;

/** The sockets that this server listens on. Thread-safe. */
@FunctionalInterface
public interface Sockets {

  /** All of them, in the order of the file. */
  List<ListeningPoint> all();

  /** The one with that name; null when there is none. */
  default @Nullable ListeningPoint named(String name) {
    return all().stream().filter(point -> name.equals(point.name())).findFirst().orElse(null);
  }

  /**
   * The one that a text means.
   *
   * @param text {@code [proto:]ip[:port]}, IPv6 in brackets; UDP and 5060 where it says nothing
   * @return null when the text is malformed or this server does not listen there
   */
  default @Nullable ListeningPoint find(String text) {
    int colon = text.indexOf(':');
    TransportProtocol protocol = colon < 0 ? null : TransportProtocol.of(text.substring(0, colon));
    String rest = protocol == null ? text : text.substring(colon + 1);
    int last = rest.lastIndexOf(':');
    boolean ported = last > rest.lastIndexOf(']');
    String host = ported ? rest.substring(0, last) : rest;
    TransportProtocol wanted = protocol == null ? TransportProtocol.UDP : protocol;
    String port = ported ? rest.substring(last + 1) : String.valueOf(wanted.defaultPort());
    return all().stream()
        .filter(point -> point.protocol() == wanted && is(point.address(), host, port))
        .findFirst()
        .orElse(null);
  }

  private static boolean is(InetSocketAddress address, String host, String port) {
    InetAddress ip = address.getAddress();
    String plain =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    return String.valueOf(address.getPort()).equals(port)
        && (ip.getHostAddress().equals(plain) || address.getHostString().equalsIgnoreCase(plain));
  }
}

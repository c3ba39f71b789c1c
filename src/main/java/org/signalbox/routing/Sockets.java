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
    Endpoint wanted = Endpoint.parse(text);
    if (wanted == null) {
      return null;
    }
    TransportProtocol written = wanted.protocol();
    TransportProtocol protocol = written == null ? TransportProtocol.UDP : written;
    int port = wanted.port() == 0 ? protocol.defaultPort() : wanted.port();
    return all().stream()
        .filter(point -> point.protocol() == protocol && point.address().getPort() == port)
        .filter(point -> is(point.address(), wanted))
        .findFirst()
        .orElse(null);
  }

  private static boolean is(InetSocketAddress address, Endpoint wanted) {
    InetAddress ip = address.getAddress();
    return ip.equals(wanted.address()) || address.getHostString().equalsIgnoreCase(wanted.host());
  }
}

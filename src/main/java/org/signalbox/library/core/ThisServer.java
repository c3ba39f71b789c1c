// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.Endpoint;
import org.signalbox.routing.Myself;
import org.signalbox.routing.OwnNames;
import org.signalbox.routing.Sockets;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.TransportProtocol;

/** This server by its sockets, what they advertise, and its aliases (script.md §4.2). */
final class ThisServer implements Myself, OwnNames {
  private final Sockets sockets;
  private final List<Alias> aliases;
  private final List<Myself> others = new CopyOnWriteArrayList<>();

  ThisServer(Sockets sockets, List<Alias> aliases) {
    this.sockets = sockets;
    this.aliases = aliases;
  }

  @Override
  public boolean is(String host, int port, @Nullable TransportProtocol protocol) {
    String plain =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    for (ListeningPoint point : sockets.all()) {
      if (protocol == null || point.protocol() == protocol) {
        boolean bound =
            named(plain, point.address().getAddress().getHostAddress())
                && (port == 0 || port == point.address().getPort());
        boolean advertised =
            named(host, point.sentByHost()) && (port == 0 || port == point.sentByPort());
        if (bound || advertised) {
          return true;
        }
      }
    }
    for (Alias alias : aliases) {
      if (named(plain, alias.host())
          && (port == 0 || alias.port() == 0 || alias.port() == port)
          && (protocol == null || alias.protocol() == null || alias.protocol() == protocol)) {
        return true;
      }
    }
    for (Myself other : others) {
      if (other.is(plain, port, protocol)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Endpoint> all() {
    return aliases.stream()
        .map(alias -> new Endpoint(alias.protocol(), alias.host(), alias.port()))
        .toList();
  }

  @Override
  public void also(Myself more) {
    others.add(more);
  }

  private static boolean named(String host, String known) {
    return host.equalsIgnoreCase(known);
  }
}

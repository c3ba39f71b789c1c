// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import org.signalbox.sip.TransportProtocol;

/** Lists sockets and names as Kamailio does at start (script.md §4.2). */
public final class ListenReport {
  private static final String INDENT = " ".repeat(13);

  private ListenReport() {}

  /** {@code Listening on} with a line per socket, then {@code Aliases:} with a line per name. */
  public static String of(Configuration configuration) {
    StringBuilder out = new StringBuilder("Listening on \n");
    for (TransportProtocol protocol : TransportProtocol.values()) {
      configuration.listens().stream()
          .filter(listen -> listen.protocol() == protocol)
          .forEach(listen -> out.append(INDENT).append(text(listen)).append('\n'));
    }
    out.append("Aliases: \n");
    configuration.aliases().forEach(alias -> out.append(INDENT).append(text(alias)).append('\n'));
    return out.append('\n').toString();
  }

  private static String text(ListenAddress listen) {
    StringBuilder out = new StringBuilder(listen.protocol().parameterName());
    out.append(": ").append(host(listen.address().getAddress().getHostAddress()));
    out.append(':').append(listen.address().getPort());
    if (listen.name() != null) {
      out.append(" name ").append(listen.name());
    }
    if (listen.advertisedHost() != null) {
      out.append(" advertise ").append(listen.advertisedHost());
      if (listen.advertisedPort() != 0) {
        out.append(':').append(listen.advertisedPort());
      }
    }
    return out.toString();
  }

  private static String text(Alias alias) {
    return (alias.protocol() == null ? "*" : alias.protocol().parameterName())
        + ": "
        + host(alias.host())
        + ":"
        + (alias.port() == 0 ? "*" : alias.port());
  }

  private static String host(String host) {
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }
}

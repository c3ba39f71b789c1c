// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.corex;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.Endpoint;
import org.signalbox.routing.Myself;
import org.signalbox.sip.TransportProtocol;

/** Domains that mean this server together with everything below them. */
record Subdomains(List<Endpoint> domains) implements Myself {

  static Subdomains of(List<String> written) {
    return new Subdomains(written.stream().map(Endpoint::parse).filter(Objects::nonNull).toList());
  }

  static @Nullable String problem(String written) {
    return Endpoint.parse(written) == null ? "it must be [proto:]domain[:port]" : null;
  }

  @Override
  public boolean is(String host, int port, @Nullable TransportProtocol protocol) {
    return domains.stream().anyMatch(domain -> holds(domain, host, port, protocol));
  }

  private static boolean holds(
      Endpoint domain, String host, int port, @Nullable TransportProtocol protocol) {
    String asked = host.toLowerCase(Locale.ROOT);
    String known = domain.host().toLowerCase(Locale.ROOT);
    return (asked.equals(known) || asked.endsWith("." + known))
        && (port == 0 || domain.port() == 0 || domain.port() == port)
        && (protocol == null || domain.protocol() == null || domain.protocol() == protocol);
  }
}

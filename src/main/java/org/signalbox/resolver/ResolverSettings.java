// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.signalbox.sip.TransportProtocol;

/**
 * All settings of the resolver.
 *
 * @param queries how servers are asked
 * @param cache how long answers are kept
 * @param families which addresses count, and in which order
 * @param services for a URI with neither port nor transport: whose SRV records are looked up, the
 *     preferred first ({@code dns_udp_pref} and the like)
 * @param pointers what NAPTR records count for
 * @param weighted whether SRV entries of one priority share by weight ({@code dns_srv_lb}); else
 *     the heaviest always comes first
 * @param hosts the file of names that need no server
 */
public record ResolverSettings(
    DnsQuerySettings queries,
    DnsCacheSettings cache,
    AddressFamilies families,
    List<TransportProtocol> services,
    PointerUse pointers,
    boolean weighted,
    Path hosts) {

  /** What holds when the file says nothing. */
  public static final ResolverSettings DEFAULTS =
      new ResolverSettings(
          DnsQuerySettings.DEFAULTS,
          DnsCacheSettings.DEFAULTS,
          AddressFamilies.IPV4_FIRST,
          List.of(TransportProtocol.UDP),
          PointerUse.NONE,
          false,
          Path.of("/etc/hosts"));

  public ResolverSettings {
    services = List.copyOf(services);
  }

  /** The same, asking these servers. */
  public ResolverSettings withServers(InetSocketAddress... servers) {
    return new ResolverSettings(
        queries.withServers(List.of(servers)),
        cache,
        families,
        services,
        pointers,
        weighted,
        hosts);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.ipops;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What ranges of addresses are for, in Kamailio's words (RFC 6890, RFC 4291). */
final class AddressKinds {
  private static final List<Kind> ALL =
      Stream.of(
              kind("PUBLIC", "0.0.0.0/0"),
              kind("PRIVATE", "0.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
              kind("SHARED", "100.64.0.0/10"),
              kind("LOOPBACK", "127.0.0.0/8", "::1"),
              kind("LINK-LOCAL", "169.254.0.0/16"),
              kind("TEST-NET", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"),
              kind("6TO4-RELAY", "192.88.99.0/24"),
              kind("RESERVED", "192.0.0.0/24", "198.18.0.0/15", "240.0.0.0/4", "::/0"),
              kind("BROADCAST", "255.255.255.255"),
              kind("MULTICAST", "224.0.0.0/4", "ff00::/8"),
              kind("UNSPECIFIED", "::"),
              kind("IPV4MAP", "::ffff:0:0/96"),
              kind("DISCARD", "100::/64"),
              kind("GLOBAL-UNICAST", "2000::/3"),
              kind("TEREDO", "2001::/32"),
              kind("BMWG", "2001:2::/48"),
              kind("DOCUMENTATION", "2001:db8::/32"),
              kind("ORCHID", "2001:10::/28"),
              kind("6TO4", "2002::/16"),
              kind("UNIQUE-LOCAL-UNICAST", "fc00::/7"),
              kind("LINK-LOCAL-UNICAST", "fe80::/10"))
          .flatMap(List::stream)
          .sorted(Comparator.comparing(kind -> -kind.range().bits()))
          .toList();

  private record Kind(Subnet range, String name) {}

  private AddressKinds() {}

  private static List<Kind> kind(String name, String... ranges) {
    return Stream.of(ranges)
        .map(range -> new Kind(Objects.requireNonNull(Subnet.parse(range), range), name))
        .toList();
  }

  /** The name of the smallest range that an address is in. */
  static String of(IpText address) {
    for (Kind kind : ALL) {
      if (kind.range().has(address)) {
        return kind.name();
      }
    }
    throw new IllegalStateException("every address is in a range of no bits");
  }
}

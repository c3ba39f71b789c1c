// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.util.List;

/** Which addresses of a name are looked up ({@code dns_try_ipv6}, {@code dns_cache_flags}). */
public enum AddressFamilies {
  IPV4_FIRST,
  IPV6_FIRST,
  IPV4_ONLY,
  IPV6_ONLY;

  /** In the order in which their addresses are tried. */
  List<DnsType> types() {
    return switch (this) {
      case IPV4_FIRST -> List.of(DnsType.A, DnsType.AAAA);
      case IPV6_FIRST -> List.of(DnsType.AAAA, DnsType.A);
      case IPV4_ONLY -> List.of(DnsType.A);
      case IPV6_ONLY -> List.of(DnsType.AAAA);
    };
  }
}

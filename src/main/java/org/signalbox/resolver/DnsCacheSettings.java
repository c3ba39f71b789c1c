// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.time.Duration;

/**
 * How long answers are kept.
 *
 * @param negativeTtl of a name that does not exist ({@code dns_cache_negative_ttl}); zero for not
 *     at all
 * @param failureTtl of a question that no server could answer, so that dead servers are not asked
 *     by every message
 * @param minTtl lower bound for the servers' own ({@code dns_cache_min_ttl})
 * @param maxTtl upper bound for the servers' own ({@code dns_cache_max_ttl})
 * @param maxEntries answers kept; at the bound, one that ends soon makes room. 0 for no cache
 *     ({@code use_dns_cache=no})
 */
public record DnsCacheSettings(
    Duration negativeTtl, Duration failureTtl, Duration minTtl, Duration maxTtl, int maxEntries) {

  /** What holds when the file says nothing. */
  public static final DnsCacheSettings DEFAULTS =
      new DnsCacheSettings(
          Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ZERO, Duration.ofDays(7), 20_000);
}

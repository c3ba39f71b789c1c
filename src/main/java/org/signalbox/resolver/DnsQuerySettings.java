// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * How name servers are asked.
 *
 * @param servers whom to ask, in this order; empty means those of the operating system
 * @param deadline after which a question fails, whatever the servers do ({@code dns_retr_time} x
 *     {@code dns_retr_no} at most)
 * @param attempt how long one server has for one attempt ({@code dns_retr_time})
 * @param attempts per server ({@code dns_retr_no}), 1 or more
 * @param maxInFlight different questions that may wait for an answer; the next one fails
 * @param searchList whether the search list of the operating system completes names ({@code
 *     dns_use_search_list})
 * @param slow answers that took longer are counted and logged ({@code dns_slow_query_ms}); zero for
 *     never
 */
public record DnsQuerySettings(
    List<InetSocketAddress> servers,
    Duration deadline,
    Duration attempt,
    int attempts,
    int maxInFlight,
    boolean searchList,
    Duration slow) {

  /** What holds when the file says nothing. */
  public static final DnsQuerySettings DEFAULTS =
      new DnsQuerySettings(
          List.of(), Duration.ofSeconds(5), Duration.ofMillis(1500), 3, 1_000, true, Duration.ZERO);

  public DnsQuerySettings {
    servers = List.copyOf(servers);
  }

  /** The same, asking these servers. */
  public DnsQuerySettings withServers(List<InetSocketAddress> others) {
    return new DnsQuerySettings(others, deadline, attempt, attempts, maxInFlight, searchList, slow);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** In which order the entries of an SRV answer are tried (RFC 2782). */
final class ServiceOrder {
  private static final Comparator<DnsRecord.Service> FIXED =
      Comparator.comparingInt(DnsRecord.Service::priority)
          .thenComparing(Comparator.comparingInt(DnsRecord.Service::weight).reversed())
          .thenComparing(DnsRecord.Service::host)
          .thenComparingInt(DnsRecord.Service::port);

  private ServiceOrder() {}

  /** Always the same order: by priority, then the heaviest first. */
  static List<DnsRecord.Service> fixed(List<DnsRecord.Service> services) {
    return services.stream().sorted(FIXED).toList();
  }

  /** By priority, and among equals at random in proportion to their weights. */
  static List<DnsRecord.Service> weighted(
      List<DnsRecord.Service> services, RandomGenerator random) {
    List<DnsRecord.Service> ordered = new ArrayList<>(services.size());
    List<DnsRecord.Service> rest = new ArrayList<>(fixed(services));
    while (!rest.isEmpty()) {
      int priority = rest.get(0).priority();
      List<DnsRecord.Service> equal =
          rest.stream().takeWhile(service -> service.priority() == priority).toList();
      DnsRecord.Service drawn = draw(equal, random);
      ordered.add(drawn);
      rest.remove(drawn);
    }
    return ordered;
  }

  private static DnsRecord.Service draw(List<DnsRecord.Service> equal, RandomGenerator random) {
    int sum = equal.stream().mapToInt(DnsRecord.Service::weight).sum();
    int ticket = random.nextInt(sum + 1);
    // From the lightest on: weight 0 wins only with ticket 0, as RFC 2782 wants it.
    for (int i = equal.size() - 1; i > 0; i--) {
      ticket -= equal.get(i).weight();
      if (ticket <= 0) {
        return equal.get(i);
      }
    }
    return equal.get(0);
  }
}

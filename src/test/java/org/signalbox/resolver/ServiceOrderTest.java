// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.signalbox.resolver.DnsRecord.Service;

class ServiceOrderTest {
  private final Service light = new Service(10, 1, 5060, "light");
  private final Service heavy = new Service(10, 9, 5060, "heavy");
  private final Service none = new Service(10, 0, 5060, "none");
  private final Service backup = new Service(20, 100, 5060, "backup");

  @Test
  void fixedOrderIsByPriorityThenTheHeaviest() {
    assertThat(ServiceOrder.fixed(List.of(backup, none, light, heavy)))
        .containsExactly(heavy, light, none, backup);
  }

  @Test
  void weightedOrderSharesWithinAPriority() {
    Random random = new Random(3);
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      List<Service> ordered = ServiceOrder.weighted(List.of(light, heavy, none, backup), random);
      assertThat(ordered).hasSize(4).endsWith(backup);
      first.merge(ordered.get(0).host(), 1, Integer::sum);
    }
    assertThat(first.get("heavy")).isBetween(7_500, 9_000);
    assertThat(first.get("none")).isBetween(500, 1_300);
  }
}

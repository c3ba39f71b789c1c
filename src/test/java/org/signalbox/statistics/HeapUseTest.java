// SPDX-License-Identifier: Apache-2.0
package org.signalbox.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapUseTest {
  @Test
  void whatIsFreeIsTheRestOfTheWhole() {
    HeapUse heap = new HeapUse(100, 30, 50, 40);
    assertThat(heap.free()).isEqualTo(70);
    assertThat(heap.summary())
        .isEqualTo(
            "heap: 30 of 100 bytes used, 70 free, 50 taken from the machine, 40 at most so far");
  }

  @Test
  void theGroupHasTheSixNamesOfKamailio() {
    Statistics statistics = new Statistics();
    HeapUse.register(statistics);
    assertThat(statistics.group("shmem"))
        .extracting(Statistic::name)
        .containsExactly(
            "fragments", "free_size", "max_used_size", "real_used_size", "total_size", "used_size");
    assertThat(statistics.find("used_size").orElseThrow().value()).isPositive();
  }
}

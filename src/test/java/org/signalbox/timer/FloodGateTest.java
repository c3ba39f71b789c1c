// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.ManualTime;

class FloodGateTest {

  private final ManualTime time = new ManualTime();
  private final FloodGate gate = new FloodGate(time);

  @Test
  void theFirstPassesAtOnceAndTheNextWithACount() {
    assertThat(gate.pass()).isEqualTo(1);
    for (int i = 0; i < 1000; i++) {
      assertThat(gate.pass()).isZero();
    }
    time.advance(Duration.ofSeconds(10));
    assertThat(gate.pass()).isEqualTo(1001);
    assertThat(gate.pass()).isZero();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.ManualTime;

class OnceInAWhileTest {
  private final ManualTime time = new ManualTime();
  private final OnceInAWhile gate = new OnceInAWhile(time);

  @Test
  void theFirstIsSaidAtOnceAndTheRestOfAFloodIsCounted() {
    assertThat(gate.pass()).isEqualTo(1);
    for (int i = 0; i < 9; i++) {
      assertThat(gate.pass()).isZero();
    }
    time.advance(Duration.ofSeconds(30));
    assertThat(gate.pass()).isEqualTo(10);
    assertThat(gate.pass()).isZero();
  }
}

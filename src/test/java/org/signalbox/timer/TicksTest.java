// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.ManualTime;

class TicksTest {

  @Test
  void ticksCountFromTheStart() {
    ManualTime time = new ManualTime();
    time.advance(Duration.ofDays(3));
    Ticks ticks = new Ticks(time);
    time.advance(Duration.ofMillis(1_999));
    assertThat(ticks.raw()).isEqualTo(31);
    assertThat(ticks.seconds()).isEqualTo(1);
  }

  @Test
  void conversionsRoundUp() {
    assertThat(Ticks.ofMillis(0)).isZero();
    assertThat(Ticks.ofMillis(1)).isEqualTo(1);
    assertThat(Ticks.ofMillis(62)).isEqualTo(1);
    assertThat(Ticks.ofMillis(63)).isEqualTo(2);
    assertThat(Ticks.ofMillis(1_000)).isEqualTo(16);
    assertThat(Ticks.toDuration(3)).isEqualTo(Duration.ofNanos(187_500_000));
  }
}

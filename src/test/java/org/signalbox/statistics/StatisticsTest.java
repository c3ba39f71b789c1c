// SPDX-License-Identifier: Apache-2.0
package org.signalbox.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private final Statistics statistics = new Statistics();

  @Test
  void aCounterCountsBothWaysAndIsReset() {
    Counter counter = statistics.counter("script", "v1", "");
    counter.increment();
    counter.add(4_294_967_299L);
    assertThat(counter.value()).isEqualTo(4_294_967_300L);
    assertThat(counter.reset()).isTrue();
    counter.add(-3);
    assertThat(counter.value()).isEqualTo(-3);
  }

  @Test
  void aCounterMayRefuseToBeReset() {
    Counter counter = statistics.register(new Counter("script", "v2", "", false));
    counter.increment();
    assertThat(counter.reset()).isFalse();
    assertThat(counter.value()).isEqualTo(1);
  }

  @Test
  void aGaugeIsReadWhenAskedAndNeverReset() {
    long[] source = {5};
    Gauge gauge = statistics.gauge("tcp", "current_opened_connections", "", () -> source[0]);
    source[0] = 7;
    assertThat(gauge.value()).isEqualTo(7);
    assertThat(gauge.reset()).isFalse();
    assertThat(gauge.value()).isEqualTo(7);
  }

  @Test
  void groupsAndNamesAreListedBytewise() {
    List.of("active_transactions", "UAC_transactions", "2xx_transactions")
        .forEach(name -> statistics.counter("tmx", name, ""));
    statistics.counter("core", "bad_msg_hdr", "");
    statistics.counter("core", "bad_URIs_rcvd", "");
    assertThat(statistics.groups()).containsExactly("core", "tmx");
    assertThat(statistics.all())
        .extracting(Statistic::qualifiedName)
        .containsExactly(
            "core.bad_URIs_rcvd",
            "core.bad_msg_hdr",
            "tmx.2xx_transactions",
            "tmx.UAC_transactions",
            "tmx.active_transactions");
    assertThat(statistics.group("nosuch")).isEmpty();
  }

  @Test
  void selectorsNameAStatisticInThreeWays() {
    Counter c2 = statistics.counter("mygrp", "c2", "");
    Counter colon = statistics.counter("script", "grp:gvar", "");
    assertThat(statistics.find("c2")).containsSame(c2);
    assertThat(statistics.find("mygrp.c2")).containsSame(c2);
    assertThat(statistics.find("mygrp:c2")).containsSame(c2);
    assertThat(statistics.find("grp:gvar")).containsSame(colon);
    assertThat(statistics.find("script.grp:gvar")).containsSame(colon);
    assertThat(statistics.find("gvar")).isEmpty();
    assertThat(statistics.find("nosuch.x")).isEmpty();
    assertThat(statistics.find("C2")).isEmpty();
  }

  @Test
  void ofTwoWithOneNameTheLatestRegisteredIsMeantUntilItIsRemoved() {
    Counter first = statistics.counter("a", "rpl_sent", "");
    Counter second = statistics.counter("b", "rpl_sent", "");
    assertThat(statistics.find("rpl_sent")).containsSame(second);
    assertThat(statistics.remove(second)).isTrue();
    assertThat(statistics.remove(second)).isFalse();
    assertThat(statistics.find("rpl_sent")).containsSame(first);
    assertThat(statistics.groups()).containsExactly("a");
  }

  @Test
  void aNameIsRegisteredOnce() {
    Counter first = statistics.counter("script", "v1", "");
    assertThatThrownBy(() -> statistics.counter("script", "v1", ""))
        .isInstanceOf(StatisticException.class)
        .hasMessageContaining("script.v1");
    assertThat(statistics.find("v1")).containsSame(first);
    assertThatThrownBy(() -> statistics.counter("", "v1", ""))
        .isInstanceOf(StatisticException.class);
  }

  @Test
  void thereIsABound() {
    for (int i = 0; i < Statistics.MAX_SIZE; i++) {
      statistics.gauge("g" + i % 100, "n" + i, "", () -> 0);
    }
    assertThatThrownBy(() -> statistics.counter("g", "n", ""))
        .isInstanceOf(StatisticException.class);
  }
}

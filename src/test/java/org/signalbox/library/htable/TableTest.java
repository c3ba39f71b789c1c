// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.signalbox.script.Value;
import org.signalbox.testkit.ManualTime;

class TableTest {
  private final ManualTime time = new ManualTime();
  private final List<String> ended = new ArrayList<>();

  private Table table(String definition) {
    return new Table(
        TableSettings.of(definition),
        new Table.Bounds(time, 3, (table, key, value) -> ended.add(key + " " + value)));
  }

  @Test
  void anItemThatIsOverIsAbsentBeforeAnySweep() {
    Table table = table("t=>autoexpire=2;initval=9");
    table.put("k", Value.of(1));
    time.advance(Duration.ofMillis(1999));
    assertThat(table.value("k")).isEqualTo(Value.of(1));
    assertThat(table.secondsLeft("k")).isEqualTo(1);
    time.advance(Duration.ofMillis(1));
    assertThat(table.value("k")).isEqualTo(Value.of(9));
    assertThat(table.item("k")).isNull();
    assertThat(table.count((key, value) -> true)).isZero();
    assertThat(ended).isEmpty();
  }

  @Test
  void whoeverWritesOverAnEndedItemTellsItsEnd() {
    Table table = table("t=>autoexpire=2;updateexpire=0");
    table.put("k", Value.of("old"));
    time.advance(Duration.ofSeconds(2));
    table.put("k", Value.of("new"));
    table.sweep((of, key, value) -> ended.add("swept"));
    assertThat(ended).containsExactly("k \"old\"");
    assertThat(table.secondsLeft("k")).isEqualTo(2);
  }

  @Test
  void aSweepTakesOutWhatIsOverAndNothingElse() {
    Table table = table("t=>autoexpire=2");
    table.put("k", Value.of(1));
    table.put("longer", Value.of(2), 60);
    time.advance(Duration.ofSeconds(2));
    table.sweep((of, key, value) -> ended.add(of.name() + " " + key));
    assertThat(ended).containsExactly("t k");
    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void aFullTableTakesNoOtherKey() {
    Table table = table("t=>initval=1");
    IntStream.range(0, 3).forEach(i -> table.put("k" + i, Value.of(i)));
    assertThat(table.put("k3", Value.of(3))).isFalse();
    assertThat(table.add("k3", 1)).isNull();
    assertThat(table.put("k0", Value.of(7))).isTrue();
    assertThat(table.add("k0", 1)).isEqualTo(8);
  }

  @Test
  void noStepOfACounterIsLost() {
    Table table = table("t=>initval=0");
    IntStream.range(0, 10_000).parallel().forEach(i -> table.add("k", 1));
    assertThat(table.value("k")).isEqualTo(Value.of(10_000));
  }
}

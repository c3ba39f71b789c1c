// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.signalbox.script.plan.Unresolvable;

class ParameterTest {

  @Test
  void theLastNumberOrTextWins() {
    assertThat(read(Parameter.integer("n", 1), 2L, 3L)).isEqualTo(3);
    assertThat(read(Parameter.text("t", "a"), "b", "c")).isEqualTo("c");
    assertThat(read(Parameter.flag("f", false), 2L)).isTrue();
  }

  @Test
  void aNumberThatIsTooLargeForTheFileIsGivenAsAText() {
    Parameter<Long> bytes =
        Parameter.large("bytes", 1, value -> value > 0 ? null : "it must be from 1 on");
    assertThat(read(bytes, 2L)).isEqualTo(2);
    assertThat(read(bytes, "8589934592")).isEqualTo(8_589_934_592L);
    assertThat(bytes.problem("8589934592")).isNull();
    assertThat(bytes.problem("0")).isEqualTo("it must be from 1 on");
    assertThat(bytes.problem("8 GB")).isEqualTo("it must be a number of at most 18 digits");
  }

  @Test
  void withoutAValueItIsTheDefault() {
    assertThat(ParameterValues.DEFAULTS.value(Parameter.integer("n", 7))).isEqualTo(7);
    assertThat(ParameterValues.DEFAULTS.value(Parameter.integers("n", value -> null))).isEmpty();
  }

  @Test
  void repeatableOnesKeepTheOrderOfTheFile() {
    assertThat(read(Parameter.integers("n", value -> null), 3L, 1L)).containsExactly(3L, 1L);
    assertThat(read(Parameter.texts("t", value -> null), "b", "a")).containsExactly("b", "a");
  }

  @Test
  void aFunctionMakesSomethingOfEachText() {
    Parameter<List<Duration>> pauses = Parameter.function("pause", ParameterTest::seconds);
    assertThat(read(pauses, "2", "5"))
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(5));
    assertThat(pauses.problem("2")).isNull();
    assertThat(pauses.problem("two")).isEqualTo("'two' is no number of seconds");
    assertThat(pauses.type()).isEqualTo(Parameter.Type.STRING);
  }

  private static Duration seconds(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw new Unresolvable("'" + text + "' is no number of seconds");
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static <T> T read(Parameter<T> parameter, Object... given) {
    return ParameterValues.of(Map.of(parameter, List.of(given))).value(parameter);
  }
}

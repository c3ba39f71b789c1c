// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.script.Value.Reading;

class ValueTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0, NUMBER",
    "42, 42, NUMBER",
    "+42, 42, NUMBER",
    "-0012, -12, NUMBER",
    "000, 0, NUMBER",
    "0x1F, 31, NUMBER",
    "0x, 0, NOT_A_NUMBER",
    "-, 0, NOT_A_NUMBER",
    "' 12', 0, NOT_A_NUMBER",
    "12abc, 0, NOT_A_NUMBER",
    "-0x1f, 0, NOT_A_NUMBER",
    "9223372036854775807, 9223372036854775807, NUMBER",
    "-9223372036854775808, -9223372036854775808, NUMBER",
    "9223372036854775808, 0, OUT_OF_RANGE",
    "-9223372036854775809, 0, OUT_OF_RANGE",
    "99999999999999999999x, 0, NOT_A_NUMBER"
  })
  void aTextReadsAsANumber(String text, long number, Reading reading) {
    assertThat(Value.of(text).number()).isEqualTo(number);
    assertThat(Value.of(text).reading()).isEqualTo(reading);
  }

  @Test
  void anIntegerPrintsInDecimalOrAsItWasWritten() {
    assertThat(Value.of(-7).text()).isEqualTo("-7");
    assertThat(Value.of(5_000_000_000L).text()).isEqualTo("5000000000");
    assertThat(Value.integer("+42", 42).text()).isEqualTo("+42");
  }

  @Test
  void onlyNullIsShown() {
    assertThat(Value.NULL.shown()).isEqualTo("<null>");
    assertThat(Value.FAILED.shown()).isEmpty();
    assertThat(Value.EMPTY.shown()).isEmpty();
  }

  @Test
  void aTextMayCarryAnIntegerAndStillBeNone() {
    Value port = Value.numbered("5070", 5070);
    assertThat(port.isInteger()).isFalse();
    assertThat(port.hasNumber()).isTrue();
    assertThat(port.number()).isEqualTo(5070);
  }

  @Test
  void smallIntegersAreShared() {
    assertThat(Value.of(-128)).isSameAs(Value.of(-128));
    assertThat(Value.of(1919)).isSameAs(Value.of(1919));
    assertThat(Value.of(1920)).isNotSameAs(Value.of(1920)).isEqualTo(Value.of(1920));
  }
}

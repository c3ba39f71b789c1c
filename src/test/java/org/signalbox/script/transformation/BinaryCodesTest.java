// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.script.transformation.GivenVariables.applied;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.script.NotationException;
import org.signalbox.script.Value;

class BinaryCodesTest {

  @ParameterizedTest
  @ValueSource(strings = {"hexa", "base58", "base64", "base64t", "base64url", "base64urlt"})
  void everyByteComesBack(String code) throws NotationException {
    StringBuilder text = new StringBuilder("\0\0");
    for (int length = 0; length < 300; length++) {
      String whole = text.toString();
      assertThat(applied(whole, "{s.encode." + code + "}{s.decode." + code + "}"))
          .isEqualTo(Value.of(whole));
      text.append((char) (length * 37 & 0xFF));
    }
  }

  @Test
  void everyTextOfSevenBitsComesBack() throws NotationException {
    for (int length = 0; length < 100; length++) {
      String text = "Hello World, hello moon".repeat(5).substring(0, length);
      assertThat(applied(text, "{s.encode.7bit}{s.decode.7bit}")).isEqualTo(Value.of(text));
    }
  }

  @Test
  void aLongTextIsNoBurden() throws NotationException {
    String text = "\u00ff".repeat(65_535);
    assertThat(applied(text, "{s.encode.base58}{s.decode.base58}")).isEqualTo(Value.of(text));
  }

  @ParameterizedTest
  @CsvSource({"1112, 0 0 0 1", "1, 0", "'', ''", "5Q, ff"})
  void onesAreZeroBytes(String text, String bytes) throws NotationException {
    StringBuilder expected = new StringBuilder();
    for (String each : bytes.isEmpty() ? new String[0] : bytes.split(" ")) {
      expected.append((char) Integer.parseInt(each, 16));
    }
    assertThat(applied(text, "{s.decode.base58}")).isEqualTo(Value.of(expected.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "A=BC, '{s.decode.base64}'",
    "ABCDE, '{s.decode.base64t}'",
    "AB-_, '{s.decode.base64}'",
    "AB+/, '{s.decode.base64url}'",
    "é1, '{s.decode.hexa}'",
    "zz, '{s.decode.7bit}'",
    "0OIl, '{s.decode.base58}'"
  })
  void whatIsNotOfTheAlphabetFails(String text, String braces) throws NotationException {
    assertThat(applied(text, braces)).isSameAs(Value.FAILED);
  }
}

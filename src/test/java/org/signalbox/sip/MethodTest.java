// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodTest {

  @ParameterizedTest
  @EnumSource(Method.class)
  void everyMethodIsFoundByItsBytes(Method method) {
    byte[] bytes = Messages.bytes(method.name());
    assertThat(Method.of(bytes, 0, bytes.length)).isEqualTo(method);
    assertThat(Method.of(method.name())).isEqualTo(method);
    assertThat(Integer.bitCount(method.number())).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "options", "OPTIONSX", "INVITF", "FOO", "ÄÖÜÄÖÜ", "VERYLONGMETHODNAME"})
  void otherNamesAreOther(String name) {
    byte[] bytes = Messages.bytes(name);
    assertThat(Method.of(bytes, 0, bytes.length)).isEqualTo(Method.OTHER);
    assertThat(Method.of(name)).isEqualTo(Method.OTHER);
  }

  /** The numbers that {@code $rmid} shows. */
  @Test
  void numbersAreKamailios() {
    assertThat(Method.INVITE.number()).isEqualTo(1);
    assertThat(Method.OPTIONS.number()).isEqualTo(512);
    assertThat(Method.OTHER.number()).isEqualTo(524288);
  }

  @Test
  void aParameterNamesMethodsByTheirNumbers() {
    assertThat(Method.ACK.in(1 + 4)).isTrue();
    assertThat(Method.BYE.in(1 + 4)).isFalse();
    assertThat(Method.PUBLISH.in(-1)).isTrue();
    assertThat(Method.OTHER.in(-1)).isFalse();
  }
}

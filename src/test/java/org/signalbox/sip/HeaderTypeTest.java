// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HeaderTypeTest {

  @ParameterizedTest
  @EnumSource(
      value = HeaderType.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"OTHER", "MALFORMED"})
  void everyNameIsFoundInAnyCase(HeaderType type) {
    assertThat(HeaderType.of(type.wireName())).isEqualTo(type);
    assertThat(HeaderType.of(type.wireName().toUpperCase(Locale.ROOT))).isEqualTo(type);
    assertThat(HeaderType.of(type.wireName().toLowerCase(Locale.ROOT))).isEqualTo(type);
    if (type.compactName() != 0) {
      String compact = String.valueOf(type.compactName());
      assertThat(HeaderType.of(compact)).isEqualTo(type);
      assertThat(HeaderType.of(compact.toUpperCase(Locale.ROOT))).isEqualTo(type);
    }
  }

  /** The registered compact names. */
  @ParameterizedTest
  @CsvSource({
    "a, Accept-Contact",
    "b, Referred-By",
    "c, Content-Type",
    "d, Request-Disposition",
    "e, Content-Encoding",
    "f, From",
    "i, Call-ID",
    "j, Reject-Contact",
    "k, Supported",
    "l, Content-Length",
    "m, Contact",
    "o, Event",
    "r, Refer-To",
    "s, Subject",
    "t, To",
    "u, Allow-Events",
    "v, Via",
    "x, Session-Expires",
    "y, Identity"
  })
  void compactNamesMeanTheLongOnes(String compact, String wireName) {
    assertThat(HeaderType.of(compact).wireName()).isEqualTo(wireName);
  }

  @Test
  void otherNamesAreForeign() {
    assertThat(HeaderType.of("X-Foo")).isEqualTo(HeaderType.OTHER);
    assertThat(HeaderType.of("Viaa")).isEqualTo(HeaderType.OTHER);
    assertThat(HeaderType.of("z")).isEqualTo(HeaderType.OTHER);
    assertThat(HeaderType.of("")).isEqualTo(HeaderType.OTHER);
    assertThat(HeaderType.of("é")).isEqualTo(HeaderType.OTHER);
  }
}

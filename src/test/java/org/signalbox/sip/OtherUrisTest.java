// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherUrisTest {

  @Test
  void aTelephoneNumberIsRead() {
    TelUri uri = (TelUri) Uri.of("tel:+1-(201).555-0123;ext=12;phone-context=example.com");
    assertThat(uri.scheme()).isEqualTo("tel");
    assertThat(uri.global()).isTrue();
    assertThat(uri.number()).isEqualTo("+1-(201).555-0123");
    assertThat(uri.digits()).isEqualTo("+12015550123");
    assertThat(uri.parameters().value("ext")).isEqualTo("12");
    assertThat(((TelUri) Uri.of("tel:7042;phone-context=example.com")).global()).isFalse();
  }

  /** RFC 3966 §5. */
  @ParameterizedTest
  @CsvSource({
    "tel:+1-201-555-0123, tel:+12015550123, true",
    "tel:7042;a=1;phone-context=EXAMPLE.com, tel:70-42;phone-context=example.com;A=1, true",
    "tel:+1, tel:1, false",
    "tel:7042;phone-context=a.com, tel:7042;phone-context=b.com, false",
    "tel:7042;phone-context=a.com, tel:7042, false"
  })
  void numbersCompareWithoutTheirSeparators(String left, String right, boolean same) {
    assertThat(Uri.of(left).equivalent(Uri.of(right))).isEqualTo(same);
    assertThat(Uri.of(left).key().equals(Uri.of(right).key())).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tel:", "tel:+", "tel:12x4", "tel:;ext=1"})
  void whatHoldsNoNumberIsNoTelUri(String text) {
    assertThat(Uri.parse(text)).isInstanceOf(ParseProblem.class);
  }

  /** RFC 8141 §3.1 for URNs. */
  @ParameterizedTest
  @CsvSource({
    "URN:Service:sos, urn:service:sos, true",
    "urn:service:sos, urn:service:SOS, false",
    "http://a/b, HTTP://a/b, true",
    "http://a/b, http://a/B, false"
  })
  void otherSchemesCompareByTheirText(String left, String right, boolean same) {
    assertThat(Uri.of(left).equivalent(Uri.of(right))).isEqualTo(same);
  }

  @Test
  void anUnknownSchemeIsStillAUri() {
    AbsoluteUri uri = (AbsoluteUri) Uri.of("soap.beep://192.0.2.103:3002");
    assertThat(uri.scheme()).isEqualTo("soap.beep");
    assertThat(uri.opaquePart()).isEqualTo("//192.0.2.103:3002");
    assertThat(uri).isEqualTo(Uri.of("soap.beep://192.0.2.103:3002"));
  }
}

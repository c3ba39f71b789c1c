// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthParametersTest {
  private final List<String> read = new ArrayList<>();

  private boolean reads(String list) {
    return AuthParameters.read(list, (name, value) -> read.add(name + ": " + value));
  }

  @Test
  void namesAreReadInSmallLettersAndValuesWithoutQuotes() {
    assertThat(reads(" UserName=\"Bob\", nc = 00000001 ,qop=auth")).isTrue();
    assertThat(read).containsExactly("username: Bob", "nc: 00000001", "qop: auth");
  }

  @Test
  void aCommaBetweenQuotesEndsNothing() {
    assertThat(reads("realm=\"a, b\",uri=\"sip:a\"")).isTrue();
    assertThat(read).containsExactly("realm: a, b", "uri: sip:a");
  }

  @Test
  void backslashesStayAndHideQuotes() {
    assertThat(reads("username=\"a\\\"b\\\\\",nc=1")).isTrue();
    assertThat(read).containsExactly("username: a\\\"b\\\\", "nc: 1");
  }

  @Test
  void everyRepetitionIsHandedOverInOrder() {
    assertThat(reads("nonce=\"first\",nonce=\"second\"")).isTrue();
    assertThat(read).containsExactly("nonce: first", "nonce: second");
  }

  @Test
  void whatHasNoNameOrNoValueIsPassedOver() {
    assertThat(reads(",, stale ,=x,opaque=,a=b=c")).isTrue();
    assertThat(read).containsExactly("opaque: ", "a: b=c");
  }

  @Test
  void aQuoteThatIsNotClosedIsToldFromTheEnd() {
    assertThat(reads("realm=\"here\",nonce=\"ab, qop=auth")).isFalse();
    assertThat(reads("nonce=\"ab\\\"")).isFalse();
    assertThat(reads("")).isTrue();
  }
}

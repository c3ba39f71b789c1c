// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameAddressTest {

  /** RFC 3261 §20.10, §20.20, §20.39 and corners of §25. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'\"Mr. Watson\" <sip:watson@worcester.bell-telephone.com>;q=0.7; expires=3600', "
            + "'Mr. Watson', sip:watson@worcester.bell-telephone.com",
        "'\"A. G. Bell\" <sip:agb@bell-telephone.com> ;tag=a48s', 'A. G. Bell', "
            + "sip:agb@bell-telephone.com",
        "'sip:+12125551212@server.phone2net.com;tag=887s', , sip:+12125551212@server.phone2net.com",
        "'Anonymous <sip:c8oqz84zk7z@privacy.org>;tag=hyh8', Anonymous, "
            + "sip:c8oqz84zk7z@privacy.org",
        "'The Operator <sip:operator@cs.columbia.edu>;tag=287447', The Operator, "
            + "sip:operator@cs.columbia.edu",
        "'<sip:a@h;lr>', , sip:a@h;lr",
        "'caller<sip:caller@example.com>;tag=323', caller, sip:caller@example.com",
        "'\"a \\\"b\\\" \\\\ < c\" < sip:a@h >', 'a \"b\" \\ < c', sip:a@h",
        "'\"\" <sip:a@h>', '', sip:a@h",
        "'sip:a@h?x=y', , sip:a@h?x=y"
      })
  void nameAndAddressAreFound(String text, String name, String uri) {
    NameAddress address = NameAddress.of(text);
    assertThat(address.displayName()).isEqualTo(name);
    assertThat(address.uriText()).isEqualTo(uri);
    assertThat(address.uri()).hasToString(uri);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'', 0",
        "';tag=1', 0",
        "'\"a <sip:a@h>', 0",
        "'\"a\" sip:a@h', 4",
        "'a <sip:a@h', 2",
        "'<sip:a@h> x;tag=1', 10"
      })
  void whatIsWrongIsSaidWithItsPlace(String text, int offset) {
    assertThat(NameAddress.parse(text)).isInstanceOf(ParseProblem.class);
    assertThat(((ParseProblem) NameAddress.parse(text)).offset()).isEqualTo(offset);
  }

  @Test
  void aBrokenUriInsideIsAProblemOfItsOwn() {
    NameAddress address = NameAddress.of("<sip:>;tag=1");
    assertThat(address.uri()).isNull();
    assertThat(address.uriProblem()).isNotNull();
    assertThat(address.uriText()).isEqualTo("sip:");
    assertThat(address.tag()).isEqualTo("1");
  }

  @Test
  void parametersOfTheUriAreNotThoseOfTheHeader() {
    NameAddress address = NameAddress.of("<sip:a@h;tag=u>;Tag=h;x;y=\"a;b,c\"");
    assertThat(address.tag()).isEqualTo("h");
    assertThat(address.tagOctets()).hasToString("h");
    assertThat(address.sipUri().parameter("tag")).isEqualTo("u");
    assertThat(address.parameters().has("x")).isTrue();
    assertThat(address.parameters().value("x")).isNull();
    assertThat(address.parameters().value("y")).isEqualTo("\"a;b,c\"");
    assertThat(address.parameters().unquoted("y")).isEqualTo("a;b,c");
    assertThat(NameAddress.of("sip:a@h;tag=h").tag()).isEqualTo("h");
  }

  @Test
  void changedCopiesKeepTheRest() {
    NameAddress address = NameAddress.of("\"A\" <sip:a@h>;tag=1;x");
    assertThat(address.withTag("2")).hasToString("\"A\" <sip:a@h>;tag=2;x");
    assertThat(address.withoutParameter("TAG")).hasToString("\"A\" <sip:a@h>;x");
    assertThat(address.withUri(Uri.of("tel:1"))).hasToString("\"A\" <tel:1>;tag=1;x");
    assertThat(address.withDisplayName("b\"c")).hasToString("\"b\\\"c\" <sip:a@h>;tag=1;x");
    assertThat(address.withDisplayName(null)).hasToString("<sip:a@h>;tag=1;x");
    assertThat(NameAddress.of("sip:a@h").withTag("t")).hasToString("sip:a@h;tag=t");
    assertThat(NameAddress.of("N", Uri.of("sip:a@h"))).hasToString("\"N\" <sip:a@h>");
    assertThat(NameAddress.of(Uri.of("sip:a@h;lr"))).hasToString("<sip:a@h;lr>");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipUriTest {

  @Test
  void everyPartIsFound() {
    SipUri uri =
        SipUri.sip(
            "sips:alice:secret@Atlanta.com:5062;maddr=239.255.255.1;ttl=15;lr?subject=a%20b&To=x");
    assertThat(uri.scheme()).isEqualTo("sips");
    assertThat(uri.secure()).isTrue();
    assertThat(uri.user()).isEqualTo("alice");
    assertThat(uri.password()).isEqualTo("secret");
    assertThat(uri.host()).isEqualTo("Atlanta.com");
    assertThat(uri.port()).isEqualTo(5062);
    assertThat(uri.hostPort()).isEqualTo("Atlanta.com:5062");
    assertThat(uri.parameter("TTL")).isEqualTo("15");
    assertThat(uri.looseRouter()).isTrue();
    assertThat(uri.parameters()).extracting(Parameter::name).containsExactly("maddr", "ttl", "lr");
    assertThat(uri.headers()).isEqualTo("subject=a%20b&To=x");
    assertThat(uri.header("Subject")).isEqualTo("a b");
  }

  /** RFC 3261 §19.1.3. */
  @ParameterizedTest
  @CsvSource({
    "sip:alice@atlanta.com, alice, , atlanta.com",
    "sip:alice:secretword@atlanta.com;transport=tcp, alice, secretword, atlanta.com",
    "sips:alice@atlanta.com?subject=project%20x&priority=urgent, alice, , atlanta.com",
    "sip:+1-212-555-1212:1234@gateway.com;user=phone, +1-212-555-1212, 1234, gateway.com",
    "sips:1212@gateway.com, 1212, , gateway.com",
    "sip:alice@192.0.2.4, alice, , 192.0.2.4",
    "sip:atlanta.com;method=REGISTER?to=alice%40atlanta.com, , , atlanta.com",
    "sip:alice;day=tuesday@atlanta.com, alice;day=tuesday, , atlanta.com"
  })
  void theExamplesOfTheRfcAreRead(String text, String user, String password, String host) {
    SipUri uri = SipUri.sip(text);
    assertThat(uri.user()).isEqualTo(user);
    assertThat(uri.password()).isEqualTo(password);
    assertThat(uri.host()).isEqualTo(host);
    assertThat(uri).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "sip:[2001:db8::10], [2001:db8::10], -1",
    "sip:user@[2001:db8::10]:5070, [2001:db8::10], 5070",
    "sip:[::ffff:192.0.2.1], [::ffff:192.0.2.1], -1",
    "sip:h:, h, -1",
    "sip:h:;lr, h, -1",
    "sip:under_score.example:1, under_score.example, 1"
  })
  void hostAndPortAreFound(String text, String host, int port) {
    SipUri uri = SipUri.sip(text);
    assertThat(uri.host()).isEqualTo(host);
    assertThat(uri.port()).isEqualTo(port);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "alice@atlanta.com, 0",
    "sip:, 4",
    "sip:@h, 4",
    "sip:[::1, 4",
    "sip:[zz::1], 4",
    "sip:h:99999, 6",
    "sip:h:12ab, 8",
    "sip:a b@h, 5",
    "sip:h /x, 5",
    "sip:h/x, 5",
    "sip:a@, 6",
    "sip:a@b;x=c@d, 11",
    "<sip:u@h>, 0"
  })
  void whatIsWrongIsSaidWithItsPlace(String text, int offset) {
    assertThat(Uri.parse(text)).isInstanceOf(ParseProblem.class);
    assertThat(((ParseProblem) Uri.parse(text)).offset()).isEqualTo(offset);
    assertThatThrownBy(() -> Uri.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "sip:h, 5060",
    "sips:h, 5061",
    "sip:h;transport=tls, 5061",
    "sip:h;transport=TCP, 5060",
    "sips:h;transport=tcp, 5061",
    "sip:h;transport=wss, 443",
    "sip:h;transport=pigeon, 5060",
    "sip:h:7;transport=tls, 7"
  })
  void thePortMeantFollowsSchemeAndTransport(String text, int port) {
    assertThat(SipUri.sip(text).portOrDefault()).isEqualTo(port);
  }

  @Test
  void changedCopiesKeepTheRest() {
    SipUri uri = SipUri.sip("sip:alice:pw@atlanta.com:5062;lr;x=1?Subject=a");
    assertThat(uri.withUser("bob")).hasToString("sip:bob:pw@atlanta.com:5062;lr;x=1?Subject=a");
    assertThat(uri.withUser(null)).hasToString("sip:atlanta.com:5062;lr;x=1?Subject=a");
    assertThat(uri.withPassword(null)).hasToString("sip:alice@atlanta.com:5062;lr;x=1?Subject=a");
    assertThat(uri.withHost("[::1]")).hasToString("sip:alice:pw@[::1]:5062;lr;x=1?Subject=a");
    assertThat(uri.withPort(-1)).hasToString("sip:alice:pw@atlanta.com;lr;x=1?Subject=a");
    assertThat(uri.withPort(1)).hasToString("sip:alice:pw@atlanta.com:1;lr;x=1?Subject=a");
    assertThat(uri.withSecure(true)).hasToString("sips:alice:pw@atlanta.com:5062;lr;x=1?Subject=a");
    assertThat(uri.withParameter("X", "2"))
        .hasToString("sip:alice:pw@atlanta.com:5062;lr;X=2?Subject=a");
    assertThat(uri.withParameter("y", null))
        .hasToString("sip:alice:pw@atlanta.com:5062;lr;x=1;y?Subject=a");
    assertThat(uri.withoutParameter("LR"))
        .hasToString("sip:alice:pw@atlanta.com:5062;x=1?Subject=a");
    assertThat(uri.withHeaders(null)).hasToString("sip:alice:pw@atlanta.com:5062;lr;x=1");
    assertThat(SipUri.of("bob", "h", 5080)).hasToString("sip:bob@h:5080");
    assertThat(SipUri.of(null, "h", -1)).hasToString("sip:h");
    assertThatThrownBy(() -> uri.withHost("a b")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void equalityIsThatOfTheText() {
    assertThat(SipUri.sip("sip:a@h")).isEqualTo(SipUri.sip("sip:a@h"));
    assertThat(SipUri.sip("sip:a@h")).hasSameHashCodeAs(SipUri.sip("sip:a@h"));
    assertThat(SipUri.sip("sip:a@h")).isNotEqualTo(SipUri.sip("sip:a@H"));
  }

  /** The equivalent sets of RFC 3261 §19.1.4, and what follows from its rules. */
  @ParameterizedTest
  @CsvSource({
    "sip:%61lice@atlanta.com;transport=TCP, sip:alice@AtLanTa.CoM;Transport=tcp",
    "sip:carol@chicago.com, sip:carol@chicago.com;newparam=5",
    "sip:carol@chicago.com, sip:carol@chicago.com;security=on",
    "sip:carol@chicago.com;newparam=5, sip:carol@chicago.com;security=on",
    "'sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com', "
        + "'sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com'",
    "sip:alice@atlanta.com?subject=project%20x&priority=urgent, "
        + "sip:alice@atlanta.com?priority=urgent&subject=project%20x",
    "sip:a%3b@h, sip:a%3B@h",
    "sip:h;lr, sip:h",
    "SIP:h, sip:H"
  })
  void theseAreEquivalent(String left, String right) {
    assertThat(Uri.of(left).equivalent(Uri.of(right))).isTrue();
    assertThat(Uri.of(right).equivalent(Uri.of(left))).isTrue();
    assertThat(Uri.of(left).key()).isEqualTo(Uri.of(right).key());
  }

  /** The sets of RFC 3261 §19.1.4 that are not equivalent, and what follows from its rules. */
  @ParameterizedTest
  @CsvSource({
    "SIP:ALICE@AtLanTa.CoM;Transport=udp, sip:alice@AtLanTa.CoM;Transport=UDP",
    "sip:bob@biloxi.com, sip:bob@biloxi.com:5060",
    "sip:bob@biloxi.com, sip:bob@biloxi.com;transport=udp",
    "sip:bob@biloxi.com, sip:bob@biloxi.com:6000;transport=tcp",
    "sip:carol@chicago.com, sip:carol@chicago.com?Subject=next%20meeting",
    "sip:bob@phone21.boxesbybob.com, sip:bob@192.0.2.4",
    "sip:carol@chicago.com;security=on, sip:carol@chicago.com;security=off",
    "sip:a@h, sips:a@h",
    "sip:a@h, sip:h",
    "sip:a:p@h, sip:a:P@h",
    "sip:a:@h, sip:a@h",
    "sip:h, sip:h;user=ip",
    "sip:h, sip:h;ttl=1",
    "sip:h, sip:h;method=INVITE",
    "sip:h, sip:h;maddr=h",
    "sip:a;b@h, sip:a%3Bb@h",
    "sip:%253B@h, sip:%3B@h",
    "sip:h?a=b, sip:h?a=B",
    "tel:+1, sip:+1@h"
  })
  void theseAreNotEquivalent(String left, String right) {
    assertThat(Uri.of(left).equivalent(Uri.of(right))).isFalse();
    assertThat(Uri.of(right).equivalent(Uri.of(left))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sip:%@h", "sip:%4@h", "sip:%zz@h", "sip:h;%=%"})
  void brokenEscapesStandForThemselves(String text) {
    assertThat(Uri.of(text).equivalent(Uri.of(text))).isTrue();
    assertThat(Escapes.decode(text)).isEqualTo(text);
  }

  @Test
  void escapesAreResolvedAndMade() {
    assertThat(SipUri.sip("sip:sips%3Auser%40example.com@example.net").unescapedUser())
        .isEqualTo("sips:user@example.com");
    assertThat(Escapes.decode("%D0%B6")).isEqualTo("ж");
    assertThat(Escapes.user("a b@ж;x")).isEqualTo("a%20b%40%d0%b6;x");
    assertThat(Escapes.parameter("a;b=c")).isEqualTo("a%3bb%3dc");
    assertThat(Escapes.header("<sip:h>&")).isEqualTo("%3csip:h%3e%26");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationUriTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:5060, sip:127.0.0.1:5060",
    "sip.provider.com, sip:sip.provider.com",
    "SIP:Gw.Example.COM, sip:gw.example.com",
    "SIPS:gw, sips:gw",
    "sips, sip:sips",
    "sip:Alice@Host;X=Y, sip:Alice@host;X=Y",
    "[::1]:5062, sip:[::1]:5062",
    "sip:[2001:DB8::1], sip:[2001:db8::1]",
    "tcp:10.0.0.1:5061, sip:10.0.0.1:5061;transport=tcp",
    "udp:gw, sip:gw;transport=udp",
    "udp:5060, sip:udp:5060",
    "' sip:a ', sip:a",
    "sip:a;transport=tcp, sip:a;transport=tcp"
  })
  void oneSpelling(String given, String stored) {
    assertThat(DestinationUri.normal(given)).isEqualTo(stored);
    assertThat(DestinationUri.normal(stored)).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sip:",
        "sip:[::1",
        "sip:a b",
        "sip:a\r\nX: y",
        "sip:a>",
        "sip:@a",
        "sip:a@b@c",
        "sip:a:0x",
        "sip:a:99999",
        "sip:[]",
        "sip:ä",
        "tel:+4930",
        "tel:112",
        "mailto:a@b",
        "xmpp:a@b.example",
        "http:80",
        "https://a.example",
        "urn:service:sos",
        "anything:a@b"
      })
  void noUriThatCouldBePinged(String given) {
    assertThat(DestinationUri.normal(given)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "sip:127.0.0.1:5060, 127.0.0.1:5060",
    "sip:127.0.0.1:5060, sip:127.0.0.1:5060",
    "sip:gw.example, GW.Example",
    "sip:Alice@gw;x=Y, SIP:Alice@GW;x=Y",
    "sips:gw, :gw",
    "sips:gw, sips:gw"
  })
  void spellingsThatMeanTheSame(String stored, String given) {
    assertThat(DestinationUri.same(stored, given)).isTrue();
    assertThat(DestinationUri.hash(given)).isEqualTo(DestinationUri.hash(stored));
  }

  @ParameterizedTest
  @CsvSource({
    "sip:gw, sips:gw",
    "sips:gw, gw",
    "sip:Alice@gw, alice@gw",
    "sip:gw;x=Y, gw;x=y",
    "sip:gw;transport=udp, gw",
    "sip:gw, gv"
  })
  void spellingsThatDoNot(String stored, String given) {
    assertThat(DestinationUri.same(stored, given)).isFalse();
  }

  @Test
  void nothingLongerThanAKilobyte() {
    assertThat(DestinationUri.normal("sip:" + "a".repeat(1020))).isNotNull();
    assertThat(DestinationUri.normal("sip:" + "a".repeat(1021))).isNull();
  }
}

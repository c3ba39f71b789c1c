// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.script.transformation.GivenVariables.applied;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.script.NotationException;
import org.signalbox.script.Value;

class UriClassTest {

  @ParameterizedTest(name = "{1} of {0}")
  @CsvSource({
    "sip:a@h;x=1;y;X=2, '{uri.rmparam,x}', sip:a@h;y",
    "sip:a@h;x=1?s=1, '{uri.rmparam,x}', sip:a@h?s=1",
    "sip:a;x=1@h;y, '{uri.rmparam,x}', sip:a;x=1@h;y",
    "sip:a@h, '{uri.rmparam,x}', sip:a@h",
    "sip:h:5066;transport=tcp, '{uri.suri}', sip:h:5066;transport=tcp",
    "tel:+1234, '{uri.saor}', tel:+1234",
    "sip:a:b:c@h, '{uri.passwd}', b:c",
    "sip:a@h?x=1;y=2, '{uri.headers}', x=1;y=2",
    "sip:a@h?x=1;y=2, '{uri.params}', ''",
    "sip:a@h:5060?x, '{uri.host}', h",
    "sips:a@h:5071, '{uri.tosocket}', tls:h:5071",
    "sip:a@h;transport=WSS, '{uri.tosocket}', wss:h:5060"
  })
  void gives(String uri, String braces, String result) throws NotationException {
    assertThat(applied(uri, braces)).isEqualTo(Value.of(result));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sip:", "sip:@h", "<sip:u@h>", "sip:a@", "sip:a@h:x", "sip:a@h:65536", "sip:a@h:123456",
        "sip:a b@h", "sip:a@[::1", "sip:a@[::1]x", "http:a@h", "tel:", "urn:x", "sip:a@b@c",
        "sip:a@h;x=\"1\""
      })
  void whatIsNoUriFails(String text) throws NotationException {
    GivenVariables run = new GivenVariables(Map.of("var(x)", Value.of(text)));
    assertThat(run.value("$(var(x){uri.host})")).isSameAs(Value.FAILED);
    assertThat(run.errors).containsExactly("invalid uri [" + text + "]");
  }

  @Test
  void aPortIsANumber() throws NotationException {
    assertThat(applied("sip:h:05060", "{uri.port}")).isEqualTo(Value.integer("05060", 5060));
    assertThat(applied("sip:h", "{uri.port}")).isEqualTo(Value.integer("", 0));
  }

  @Test
  void anUnknownTransportIsWarnedOf() throws NotationException {
    GivenVariables run = new GivenVariables(Map.of("ru", Value.of("sip:h;transport=foo")));
    assertThat(run.value("$(ru{uri.tosocket})")).isEqualTo(Value.EMPTY);
    assertThat(run.warnings).containsExactly("unknown transport protocol");
  }
}

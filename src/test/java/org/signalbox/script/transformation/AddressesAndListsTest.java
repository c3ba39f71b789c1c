// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.script.transformation.GivenVariables.applied;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.script.NotationException;
import org.signalbox.script.Value;

/** What the conformance cases of param, nameaddr, tobody, line, urialias, sock leave open. */
class AddressesAndListsTest {

  @ParameterizedTest(name = "{1} of [{0}]")
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "a=1; b=2 ;c|{param.value,b}|2",
        "a=\"x,y\";b=2|{param.value,a}|x,y",
        "a=\"x\";b=2|{param.value,b}|2",
        "a=;b=2|{param.value,b}|2",
        "a 1|{param.value,a}|FAIL",
        "a=\"x|{param.value,a}|FAIL",
        "a=\"x\"y|{param.value,a}|FAIL",
        ";;|{param.value,a}|FAIL",
        "\"A <B>\" <sip:x@y>|{nameaddr.uri}|sip:x@y",
        "\"A \\\"<B>\" <sip:x@y>|{nameaddr.uri}|sip:x@y",
        "\"A <sip:x@y>|{nameaddr.uri}|\"A <sip:x@y>",
        "<sip:x@y|{nameaddr.uri}|FAIL",
        "sip:x@y|{nameaddr.name}|~~",
        "<sip:x@y>;a;tag=1|{tobody.tag}|1",
        "<sip:x@y>|{tobody.params}|~~",
        "<sip:x@y> ; tag=1|{tobody.params}|tag=1",
        "<sip:x@y>tag=1|{tobody.uri}|FAIL",
        "sip:x@y|{tobody.display}|~~",
        "a|{line.at,-1}|a",
        "sip:[::1]|{urialias.encode}|[::1]~5060~1",
        "sip:h;transport=wss|{urialias.encode}|h~5060~6",
        "[::1]~5060~3|{urialias.decode}|sip:[::1]:5060;transport=tls",
        "h:5060|{urialias.decode}|~~",
        "h~5060~9|{urialias.decode}|~~",
        "h:5070|{sock.port}|5070",
        "udp:[::1]:5070|{sock.host}|[::1]",
        "[::1]:5070|{sock.touri}|sip:[::1]:5070",
        "foo:h:1|{sock.host}|FAIL",
        "udp:h:x|{sock.host}|FAIL",
        "/a/b?c=d?e|{url.path}|/a/b",
        "/a/b?c=d?e|{url.querystring}|c=d?e",
        "/a/b|{url.path}|/a/b",
        "/a/b|{url.querystring}|~~",
        "msrps://a:b@[::1]/s|{msrpuri.user}|a",
        "msrps://a:b@[::1]/s|{msrpuri.userinfo}|a:b",
        "msrps://a:b@[::1]/s|{msrpuri.host}|[::1]",
        "msrps://a:b@[::1]/s|{msrpuri.port}|~~",
        "msrps://a:b@[::1]/s|{msrpuri.proto}|~~",
        "MSRP://h:1;tcp|{msrpuri.scheme}|MSRP"
      })
  void gives(String text, String braces, String result) throws NotationException {
    Value expected = result.equals("FAIL") ? Value.FAILED : Value.of(result);
    assertThat(applied(text, braces)).isEqualTo(expected);
  }

  @Test
  void linesMayBeEmpty() throws NotationException {
    assertThat(applied("\n\r\nb\r", "{line.at,1}")).isEqualTo(Value.EMPTY);
    assertThat(applied("\n\r\nb\r", "{line.at,2}")).isEqualTo(Value.of("b\r"));
    assertThat(applied("\n\r\nb\r", "{line.count}")).isEqualTo(Value.of("3"));
  }

  @Test
  void partsOfAnMsrpUri() throws NotationException {
    String uri = "msrp://alice@h.example.com:2855/sess1;tcp;p=1";
    assertThat(applied(uri, "{msrpuri.user}")).isEqualTo(Value.of("alice"));
    assertThat(applied(uri, "{msrpuri.host}")).isEqualTo(Value.of("h.example.com"));
    assertThat(applied(uri, "{msrpuri.port}")).isEqualTo(Value.of("2855"));
  }
}

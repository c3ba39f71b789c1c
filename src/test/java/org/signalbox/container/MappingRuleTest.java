// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingRuleTest {
  private static final String INVITE =
      """
      INVITE sip:Bob@Watson.Example.com:5062;transport=tcp;method=X SIP/2.0
      Via: SIP/2.0/UDP 192.0.2.2:5070;branch=z9hG4bK1
      Route: "Edge" <sip:edge@proxy.example.org;lr;x=1>
      From: "Alice Liddell" <tel:+1-212-555-0101;isub=9>;tag=a
      To: <sip:+49(30)123@gw.example.net;user=phone>
      Call-ID: c
      CSeq: 1 INVITE
      Max-Forwards: 70
      Content-Length: 0

      """
          .replace("\n", "\r\n");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          request.method                | equal        | INVITE                    | true
          request.method                | equal        | invite                    | false
          request.uri                   | contains     | transport=tcp             | true
          request.uri.scheme            | equal        | sip                       | true
          request.uri.user              | equal        | Bob                       | true
          request.uri.user              | equal        | bob                       | false
          request.uri.host              | equal        | Watson.Example.com        | true
          request.uri.host              | subdomain-of | example.com               | true
          request.uri.host              | subdomain-of | watson.example.com        | true
          request.uri.host              | subdomain-of | ample.com                 | false
          request.uri.host              | subdomain-of | com                       | true
          request.uri.port              | equal        | 5062                      | true
          request.uri.param.transport   | equal        | tcp                       | true
          request.uri.param.none        | exists       | -                         | false
          request.uri.param.transport   | exists       | -                         | true
          request.uri.tel               | exists       | -                         | false
          request.from.display-name     | contains     | Lid                       | true
          request.from.uri              | contains     | 555                       | true
          request.from.uri.scheme       | equal        | tel                       | true
          request.from.uri.tel          | equal        | 12125550101               | true
          request.from.uri.tel          | subdomain-of | 1212                      | true
          request.from.uri.tel          | subdomain-of | 0101                      | false
          request.from.uri.host         | exists       | -                         | false
          request.from.uri.param.isub   | equal        | 9                         | true
          request.to.uri.tel            | equal        | 4930123                   | true
          request.to.uri.host           | subdomain-of | example.net               | true
          request.to.uri.port           | equal        | 5060                      | true
          request.to.display-name       | exists       | -                         | false
          request.to                    | contains     | gw.example.net            | true
          request.route                 | contains     | edge                      | true
          request.route.display-name    | equal        | Edge                      | true
          request.route.uri.user        | equal        | edge                      | true
          request.route.uri.param.x     | equal        | 1                         | true
          """)
  void variablesAreComparedWithTheRequest(
      String variable, String operator, String value, boolean expected) throws Exception {
    String inside = operator.equals("exists") ? "" : "<value>" + value + "</value>";

    boolean matches =
        matches("<%s><var>%s</var>%s</%s>".formatted(operator, variable, inside, operator));

    assertThat(matches).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <and>T T</and>                 | true
          <and>T F</and>                 | false
          <or>F T</or>                   | true
          <or>F F</or>                   | false
          <not>F</not>                   | true
          <not>T</not>                   | false
          <and>T <or>F <not>F</not></or></and> | true
          """)
  void conditionsCombine(String formula, boolean expected) throws Exception {
    String yes = "<exists><var>request.method</var></exists>";
    String no = "<equal><var>request.method</var><value>BYE</value></equal>";

    assertThat(matches(formula.replace("T", yes).replace("F", no))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "<equal ignore-case='true'><var>request.uri.user</var><value>bOB</value></equal>",
    "<equal><var ignore-case='true'>request.uri.user</var><value>bOB</value></equal>",
    "<contains ignore-case='true'><var>request.uri.user</var><value>O</value></contains>",
  })
  void caseIsIgnoredOnRequest(String rule) throws Exception {
    assertThat(matches(rule)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"sips:a@b, 5061", "sip:a@b;transport=tls, 5061", "sip:a@b, 5060"})
  void aUriWithoutPortMeansTheUsualOne(String uri, String port) throws Exception {
    String rule = "<equal><var>request.uri.port</var><value>" + port + "</value></equal>";

    assertThat(matches(rule, INVITE.replaceFirst("sip:Bob\\S+", uri))).isTrue();
  }

  private static boolean matches(String rule) throws Exception {
    return matches(rule, INVITE);
  }

  private static boolean matches(String rule, String message) throws Exception {
    List<SipXmlException.Mistake> mistakes = new ArrayList<>();
    byte[] xml = ("<pattern>" + rule + "</pattern>").getBytes(StandardCharsets.UTF_8);
    MappingRule read =
        new MappingRuleReader(mistakes)
            .pattern(XmlElement.read(new ByteArrayInputStream(xml)))
            .orElseThrow();
    assertThat(mistakes).isEmpty();
    return read.matches(Views.of(message));
  }
}

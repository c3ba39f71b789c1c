// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.signalbox.script.WireText;

class OptionsTemplateTest {
  private static final String URI = "sip:alice@127.0.0.1:16071;transport=udp;x=1";
  private static final PingForm FORM = new PingForm("OPTIONS", "sip:probe@example.test", "", 70);

  @Test
  void theFormOfTheSpecification() {
    String text = fill(new OptionsTemplate(FORM, "User-Agent: Signalbox"));
    assertThat(text)
        .matches(
            """
            OPTIONS sip:alice@127.0.0.1:16071;transport=udp;x=1 SIP/2.0
            To: <sip:alice@127.0.0.1:16071;transport=udp;x=1>
            From: <sip:probe@example.test>;tag=[0-9a-f]{16}
            CSeq: 10 OPTIONS
            Call-ID: [0-9a-f]{32}
            Max-Forwards: 70
            Content-Length: 0
            User-Agent: Signalbox

            """
                .replace("\n", "\r\n"));
  }

  @Test
  void eachHasATagAndACallIdOfItsOwn() {
    OptionsTemplate template = new OptionsTemplate(FORM, "");
    String first = fill(template);
    String second = fill(template);
    assertThat(header(first, "From")).isNotEqualTo(header(second, "From"));
    assertThat(header(first, "Call-ID")).isNotEqualTo(header(second, "Call-ID"));
  }

  @Test
  void theUserAgentMayBeLeftOut() {
    assertThat(fill(new OptionsTemplate(FORM, ""))).endsWith("Content-Length: 0\r\n\r\n");
  }

  @Test
  void theUserAgentKeepsItsBytes() {
    byte[] ping = new OptionsTemplate(FORM, WireText.bytes("User-Agent: gr\u00fcn")).fill(URI);
    assertThat(new String(ping, StandardCharsets.UTF_8)).contains("User-Agent: gr\u00fcn\r\n");
  }

  private static String fill(OptionsTemplate template) {
    return new String(template.fill(URI), StandardCharsets.US_ASCII);
  }

  private static String header(String text, String name) {
    return text.lines().filter(line -> line.startsWith(name)).findFirst().orElseThrow();
  }
}

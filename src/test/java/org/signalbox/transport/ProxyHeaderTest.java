// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.transport.ProxyHeader.Complete;
import org.signalbox.transport.ProxyHeader.Incomplete;
import org.signalbox.transport.ProxyHeader.Malformed;

/** HAProxy's PROXY protocol, byte by byte. */
class ProxyHeaderTest {
  private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";
  private static final String V2_TCP4 =
      SIGNATURE + "21" + "11" + "000c" + "c0000201" + "c6336401" + "dc04" + "13c4";
  private static final String V2_TCP6 =
      SIGNATURE
          + "21"
          + "21"
          + "0024"
          + "20010db8000000000000000000000001"
          + "20010db8000000000000000000000002"
          + "dc04"
          + "13c4";

  @ParameterizedTest
  @CsvSource({
    "PROXY TCP4 192.0.2.1 198.51.100.1 56324 5060, 192.0.2.1, 56324",
    "PROXY TCP6 2001:db8::1 2001:db8::2 1 65535, 2001:db8::1, 1",
  })
  void aLineOfVersion1SaysWhoTheClientIs(String line, String host, int port) {
    ProxyHeader header = text(line + "\r\nOPTIONS");

    assertThat(header)
        .isEqualTo(new Complete(new InetSocketAddress(host, port), line.length() + 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROXY UNKNOWN", "PROXY UNKNOWN ffff::1 ffff::2 1 2"})
  void aProxyNeedNotKnow(String line) {
    assertThat(text(line + "\r\n")).isEqualTo(new Complete(null, line.length() + 2));
  }

  @Test
  void version2SaysItInBytes() {
    assertThat(hex(V2_TCP4)).isEqualTo(new Complete(new InetSocketAddress("192.0.2.1", 56324), 28));
    assertThat(hex(V2_TCP6))
        .isEqualTo(new Complete(new InetSocketAddress("2001:db8::1", 56324), 52));
  }

  @Test
  void furtherThingsInVersion2AreSkipped() {
    String longer = V2_TCP4.replace("11000c", "110010") + "04000100" + "4f50";

    assertThat(hex(longer)).isEqualTo(new Complete(new InetSocketAddress("192.0.2.1", 56324), 32));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20000000", // the proxy itself, looking whether we live
        "2011000cc0000201c6336401dc0413c4",
        "21000000", // a family that is not known
        "2112000cc0000201c6336401dc0413c4", // datagrams
      })
  void version2NeedNotNameAClient(String rest) {
    assertThat(hex(SIGNATURE + rest)).isEqualTo(new Complete(null, 12 + rest.length() / 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PROXY \r\n",
        "PROXY TCP4\r\n",
        "PROXY TCP5 192.0.2.1 198.51.100.1 1 2\r\n",
        "PROXY TCP4 192.0.2.1 198.51.100.1 1 2\n",
        "PROXY TCP4 192.0.2.1 198.51.100.1 1 2 3\r\n",
        "PROXY TCP4 192.0.2.1 198.51.100.1 1 65536\r\n",
        "PROXY TCP4 192.0.2.1 198.51.100.1 -1 2\r\n",
        "PROXY TCP4 2001:db8::1 198.51.100.1 1 2\r\n",
        "PROXY TCP6 192.0.2.1 2001:db8::2 1 2\r\n",
        "PROXY TCP4 proxy.example.com 198.51.100.1 1 2\r\n",
      })
  void aLineThatMakesNoSenseIsRefused(String beginning) {
    assertThat(text(beginning)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS sip:a@b SIP/2.0\r\n", "PROXZ", "PU", "\r\n\r\nOPTIONS"})
  void whateverElseComesIsTheClientItself(String beginning) {
    assertThat(text(beginning)).isInstanceOf(ProxyHeader.Absent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11110000", // version 1 in bytes
        "22110000", // a command that is not known
        "2111000bc0000201c6336401dc0413", // shorter than its addresses
        "2111ffff", // longer than anybody needs
      })
  void soIsAVersion2ThatMakesNoSense(String rest) {
    assertThat(hex(SIGNATURE + rest)).isInstanceOf(Malformed.class);
  }

  @Test
  void aLineThatDoesNotEndIsNotWaitedForForever() {
    assertThat(text("PROXY " + "x".repeat(100))).isInstanceOf(Incomplete.class);
    assertThat(text("PROXY " + "x".repeat(101))).isInstanceOf(Malformed.class);
  }

  @Test
  void everyBeginningIsWaitedFor() {
    for (byte[] whole :
        new byte[][] {
          "PROXY TCP4 192.0.2.1 198.51.100.1 1 2\r\n".getBytes(ISO_8859_1),
          HexFormat.of().parseHex(V2_TCP6)
        }) {
      for (int length = 0; length < whole.length; length++) {
        assertThat(ProxyHeader.of(Arrays.copyOf(whole, length))).isInstanceOf(Incomplete.class);
      }
      assertThat(ProxyHeader.of(whole)).isInstanceOf(Complete.class);
    }
  }

  private static ProxyHeader text(String text) {
    return ProxyHeader.of(text.getBytes(ISO_8859_1));
  }

  private static ProxyHeader hex(String hex) {
    return ProxyHeader.of(HexFormat.of().parseHex(hex));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small things that work on ranges of bytes. */
class BytesTest {

  @Test
  void rangesCompareInAnyCase() {
    byte[] a = Messages.bytes("xContent-Lengthx");
    assertThat(Ascii.equalsIgnoreCase(a, 1, 15, "content-LENGTH")).isTrue();
    assertThat(Ascii.equalsIgnoreCase(a, 1, 14, "content-length")).isFalse();
    assertThat(Ascii.equals(a, 1, 8, "Content")).isTrue();
    assertThat(Ascii.equals(a, 1, 8, "content")).isFalse();
    byte[] b = Messages.bytes("CONTENT");
    assertThat(Ascii.equalsIgnoreCase(a, 1, 8, b, 0, 7)).isTrue();
    assertThat(Ascii.equalsIgnoreCase(Messages.bytes("@["), 0, 2, "`{")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0099, 99", "100, 100", "101, -1", "'', -1", "1a, -1", "-1, -1", "+1, -1"})
  void numbersKnowTheirLimit(String text, long value) {
    byte[] a = Messages.bytes(text);
    assertThat(Ascii.number(a, 0, a.length, 100)).isEqualTo(value);
  }

  @Test
  void veryLongNumbersDoNotOverflow() {
    byte[] a = Messages.bytes("36893488147419103232");
    assertThat(Ascii.number(a, 0, a.length, Long.MAX_VALUE / 16)).isEqualTo(-1);
  }

  @Test
  void octetsAreEqualByTheirBytes() {
    Octets left = new Octets(Messages.bytes("xxabc"), 2, 3);
    Octets right = Octets.of("abc");
    assertThat(left).isEqualTo(right).hasSameHashCodeAs(right).hasToString("abc");
    assertThat(left.compact()).isEqualTo(left);
    assertThat(left.compact().array()).hasSize(3);
    assertThat(left).isNotEqualTo(Octets.of("abd")).isNotEqualTo(Octets.of("ab"));
    assertThat(Octets.hash(left.array(), 2, 5)).isEqualTo(left.hashCode());
  }

  @Test
  void theBufferGrowsAndIsUsedAgain() {
    OutputBuffer out = new OutputBuffer(1);
    out.append("abc").append(' ').append(0L).append(1234567890123L).append(-5L).append(" ж");
    out.appendHex(0).append(' ').appendHex(0xdeadbeefL).append(' ').appendHex(-1L).crlf();
    assertThat(out).hasToString("abc 01234567890123-5 ж0 deadbeef ffffffffffffffff\r\n");
    out.truncate(3);
    assertThat(out.toBytes()).isEqualTo(Messages.bytes("abc"));
    assertThat(out.clear().size()).isZero();
    assertThatThrownBy(() -> out.truncate(1)).isInstanceOf(IndexOutOfBoundsException.class);
    out.append("x".repeat(5000));
    assertThat(out.size()).isEqualTo(5000);
  }

  /** RFC 5952 §4. */
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "255.255.255.255, 255.255.255.255",
    "::1, ::1",
    "::, ::",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:0DB8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "1::, 1::",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3",
    "fe80::1:2, fe80::1:2"
  })
  void addressesAreWrittenInOneWay(String address, String text) throws UnknownHostException {
    InetAddress parsed = InetAddress.getByName(address);
    assertThat(AddressText.of(parsed)).isEqualTo(text);
    byte[] bytes = Messages.bytes(text);
    assertThat(AddressText.same(bytes, 0, bytes.length, parsed)).isTrue();
    assertThat(AddressText.host(parsed)).isEqualTo(text.contains(":") ? "[" + text + "]" : text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.10", "127.0.0", "127.0.0.1.", "localhost", "[::1]", "", "1270.0.1"})
  void otherTextsAreOtherAddresses(String text) throws UnknownHostException {
    byte[] bytes = Messages.bytes(text);
    assertThat(AddressText.same(bytes, 0, bytes.length, InetAddress.getByName("127.0.0.1")))
        .isFalse();
  }

  @Test
  void quotesAreTakenOffAndPutOn() {
    assertThat(Quoted.quote("a \"b\" \\")).isEqualTo("\"a \\\"b\\\" \\\\\"");
    assertThat(Quoted.unquote(Quoted.quote("a \"b\" \\"))).isEqualTo("a \"b\" \\");
    assertThat(Quoted.quote("a\r\nb")).isEqualTo("\"a  b\"");
    assertThat(Quoted.unquote("plain")).isEqualTo("plain");
    assertThat(Quoted.unquote("\"")).isEqualTo("\"");
  }

  @Test
  void protocolsAreFoundInAnyCase() {
    assertThat(TransportProtocol.of("udp")).isEqualTo(TransportProtocol.UDP);
    assertThat(TransportProtocol.of("Tls")).isEqualTo(TransportProtocol.TLS);
    assertThat(TransportProtocol.of("pigeon")).isNull();
    assertThat(TransportProtocol.WSS.parameterName()).isEqualTo("wss");
    assertThat(TransportProtocol.TCP.viaName()).isEqualTo("TCP");
    assertThat(TransportProtocol.TLS.secure()).isTrue();
  }
}

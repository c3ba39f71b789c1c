// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Messages for tests: text blocks become bytes with CRLF, as if a datagram had brought them. */
final class Messages {

  static final ListeningPoint UDP_POINT =
      new ListeningPoint(
          0,
          TransportProtocol.UDP,
          new InetSocketAddress("127.0.0.1", 22000),
          null,
          "127.0.0.1",
          22000);

  static final ListeningPoint TCP_POINT =
      new ListeningPoint(
          1,
          TransportProtocol.TCP,
          new InetSocketAddress("127.0.0.1", 22001),
          null,
          "127.0.0.1",
          22001);

  static final ReceiveInfo FROM_LOOPBACK = from("127.0.0.1", 22012);

  /** An OPTIONS as SIPp sends it. */
  static final String OPTIONS =
      """
      OPTIONS sip:service@127.0.0.1:5060 SIP/2.0
      Via: SIP/2.0/UDP 127.0.0.1:22012;branch=z9hG4bK-1-1-0
      From: sipp <sip:sipp@127.0.0.1:22012>;tag=1
      To: <sip:service@127.0.0.1:5060>
      Call-ID: 1-11@127.0.0.1
      CSeq: 1 OPTIONS
      Contact: <sip:sipp@127.0.0.1:22012>
      Max-Forwards: 70
      Content-Length: 0

      """;

  private Messages() {}

  static ReceiveInfo from(String host, int port) {
    return new ReceiveInfo(UDP_POINT, new InetSocketAddress(host, port), UDP_POINT.address(), 0);
  }

  static byte[] bytes(String text) {
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  static Parsed parse(byte[] bytes) {
    return SipParser.parse(bytes, 0, bytes.length, FROM_LOOPBACK);
  }

  static Parsed parse(String text) {
    return parse(bytes(text));
  }

  static SipRequest request(String text) {
    return request(text, FROM_LOOPBACK);
  }

  static SipRequest request(String text, ReceiveInfo received) {
    byte[] bytes = bytes(text);
    Parsed parsed = SipParser.parse(bytes, 0, bytes.length, received);
    assertThat(parsed).isInstanceOf(SipRequest.class);
    return (SipRequest) parsed;
  }

  static SipResponse response(String text) {
    Parsed parsed = parse(text);
    assertThat(parsed).isInstanceOf(SipResponse.class);
    return (SipResponse) parsed;
  }

  static ParseProblem problem(String text) {
    Parsed parsed = parse(text);
    assertThat(parsed).isInstanceOf(ParseProblem.class);
    return (ParseProblem) parsed;
  }

  /** What was written, with plain line ends, to compare with a text block. */
  static String text(OutputBuffer out) {
    return out.toString().replace("\r\n", "\n");
  }

  static String text(SipMessage message) {
    OutputBuffer out = new OutputBuffer();
    message.writeTo(out);
    return text(out);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.TransportProtocol;

/** Received messages to keep. */
final class Messages {
  private static final InetSocketAddress HERE = new InetSocketAddress("127.0.0.1", 5070);
  private static final InetSocketAddress PEER = new InetSocketAddress("127.0.0.9", 7777);
  static final ReceiveInfo FROM =
      new ReceiveInfo(
          new ListeningPoint(1, TransportProtocol.TCP, HERE, null, "127.0.0.1", 5070),
          PEER,
          HERE,
          17);

  private Messages() {}

  static SipMessage of(String callId) {
    return of(callId, "");
  }

  static SipMessage of(String callId, String body) {
    return read(
        "MESSAGE sip:a@127.0.0.1 SIP/2.0\r\n"
            + "Via: SIP/2.0/TCP 127.0.0.9:7777;branch=z9hG4bK1\r\n"
            + "From: <sip:b@127.0.0.9>;tag=t\r\nTo: <sip:a@127.0.0.1>\r\nCall-ID: "
            + callId
            + "\r\nCSeq: 1 MESSAGE\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  static SipMessage read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return (SipMessage) SipParser.parse(bytes, 0, bytes.length, FROM);
  }
}

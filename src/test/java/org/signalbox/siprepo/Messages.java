// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
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
    return of(callId, body, FROM);
  }

  static SipMessage of(String callId, String body, ReceiveInfo from) {
    return read(
        "MESSAGE sip:a@127.0.0.1 SIP/2.0\r\n"
            + "Via: SIP/2.0/TCP 127.0.0.9:7777;branch=z9hG4bK1\r\n"
            + "From: <sip:b@127.0.0.9>;tag=t\r\nTo: <sip:a@127.0.0.1>\r\nCall-ID: "
            + callId
            + "\r\nCSeq: 1 MESSAGE\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body,
        from);
  }

  /** Another one who has sent something, as the transport tells of it. */
  static ReceiveInfo sender(int port) throws UnknownHostException {
    InetAddress host = InetAddress.getByAddress(PEER.getAddress().getAddress());
    return new ReceiveInfo(FROM.listener(), new InetSocketAddress(host, port), HERE, port);
  }

  private static SipMessage read(String text, ReceiveInfo from) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return (SipMessage) SipParser.parse(bytes, 0, bytes.length, from);
  }
}

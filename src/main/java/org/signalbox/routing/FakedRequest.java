// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.nio.charset.StandardCharsets;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.SipRequest;

/**
 * The OPTIONS that stands in for a message where a route runs without one: timers, events. It is
 * never sent, and scripts must not rely on what is in it.
 */
final class FakedRequest {
  private FakedRequest() {}

  /** Whether a message is one of these. */
  static boolean is(SipMessage message) {
    return message instanceof SipRequest request && request.isStandIn();
  }

  /** A new one, so that one run does not see what another has changed. */
  static SipRequest of(String uri, ReceiveInfo from) {
    String text =
        "OPTIONS "
            + uri
            + " SIP/2.0\r\n"
            + "Via: SIP/2.0/UDP 127.0.0.1\r\n"
            + "From: <sip:nobody@signalbox.invalid>;tag=internal\r\n"
            + ("To: <" + uri + ">\r\n")
            + "Call-ID: internal\r\n"
            + "CSeq: 1 OPTIONS\r\n"
            + "Content-Length: 0\r\n\r\n";
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    if (SipParser.parse(bytes, 0, bytes.length, from) instanceof SipRequest request) {
      request.standIn();
      return request;
    }
    throw new IllegalArgumentException("not a URI: " + uri);
  }
}

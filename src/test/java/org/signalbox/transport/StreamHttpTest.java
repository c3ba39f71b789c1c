// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;
import org.signalbox.testkit.SipStream;

/** HTTP on a SIP listener (rpc.md §3.4). */
class StreamHttpTest {

  private static String post(String body) {
    return "POST /RPC HTTP/1.1\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static void echo(OpenTransport transport, SipMessage message) {
    SipRequest request = (SipRequest) message;
    transport.send(
        request.version() + " " + request.requestUriText() + " " + request.body() + ";",
        Destination.backTo(request.received()),
        SendListener.IGNORE);
  }

  private static OpenTransport open() {
    OpenTransport transport = OpenTransport.tcp();
    return transport.handling(message -> echo(transport, message)).open();
  }

  /** rpc.md, conformance 23. */
  @Test
  void twoRequestsInOneSegmentAreHandledInOrder() {
    try (OpenTransport transport = open();
        SipStream stream = SipStream.to(transport.address())) {
      stream.write(post("one") + post("two"));
      assertThat(stream.read(36)).isEqualTo("HTTP/1.1 /RPC one;HTTP/1.1 /RPC two;");
    }
  }

  @Test
  void whatIsMalformedIsAnsweredBehindWhatCameBefore() {
    try (OpenTransport transport = open();
        SipStream stream = SipStream.to(transport.address())) {
      stream.write(post("one") + "POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n");
      assertThat(stream.read(42)).isEqualTo("HTTP/1.1 /RPC one;HTTP/1.1 400 Bad Request");
      assertThat(transport.closed.take().reason()).isEqualTo(CloseReason.CLOSED);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.sip.TransportProtocol.TCP;
import static org.signalbox.sip.TransportProtocol.UDP;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalbox.sip.ResponseBuilder;
import org.signalbox.sip.SipRequest;
import org.signalbox.testkit.FakeSender;
import org.signalbox.transport.ConnectionUse;
import org.signalbox.transport.Destination;

/** RFC 3261 §18.2.2 and RFC 3581 §4: the request came from 192.0.2.2:5070. */
class ReplyRouteTest {

  @ParameterizedTest
  @CsvSource({
    "UDP 192.0.2.2:5070, /192.0.2.2:5070",
    "UDP 192.0.2.2, /192.0.2.2:5060",
    "UDP pc.example:5080, /192.0.2.2:5080",
    "UDP 10.0.0.1:5080;rport, /192.0.2.2:5070",
    "UDP 10.0.0.1:5080;maddr=203.0.113.9, /203.0.113.9:5080",
    "UDP 10.0.0.1;maddr=203.0.113.9;rport, /203.0.113.9:5060",
    "UDP 10.0.0.1:5080;maddr=224.2.0.1, /192.0.2.2:5080",
    "UDP 10.0.0.1:5080;maddr=255.255.255.255, /192.0.2.2:5080",
    "UDP 10.0.0.1:5080;maddr=0.0.0.0, /192.0.2.2:5080",
    "UDP 10.0.0.1;maddr=[ff02::1], /192.0.2.2:5060",
    "UDP 10.0.0.1;maddr=name.example, /192.0.2.2:5060",
    "UDP 10.0.0.1;maddr=1.2.3.4.5, /192.0.2.2:5060",
    "UDP 10.0.0.1;maddr=1.2.3.256, /192.0.2.2:5060",
    "UDP 10.0.0.1;maddr=1.2.3, /192.0.2.2:5060",
  })
  void overUdpTheViaSaysWhere(String via, String address) {
    Destination destination = ReplyRoute.of(request(via, false), 200);
    assertThat(destination.address()).hasToString(address);
    assertThat(destination.source()).isEqualTo(FakeSender.point(UDP));
  }

  @Test
  void overStreamsItIsTheConnectionAndThenWhereThePeerListens() {
    Destination destination = ReplyRoute.of(request("TCP 192.0.2.2;rport", true), 200);
    assertThat(destination.connectionId()).isEqualTo(7);
    assertThat(destination.address()).hasToString("/192.0.2.2:5060");
  }

  @Test
  void theScriptMayKeepAConnectionFromBeingOpenedAndEndItBehindTheFinalReply() {
    SipRequest request = request("TCP 192.0.2.2;rport", true);
    assertThat(ReplyRoute.of(request, 200).use()).isEqualTo(ConnectionUse.USUAL);
    request.answerOnlyBack();
    request.endWithAnswer();
    assertThat(ReplyRoute.of(request, 100).use()).isEqualTo(new ConnectionUse(true, false));
    assertThat(ReplyRoute.of(request, 200).use()).isEqualTo(new ConnectionUse(true, true));
  }

  @Test
  void rportMayBeForced() {
    SipRequest request = request("UDP 10.0.0.1:5080", false);
    request.forceRport();
    assertThat(ReplyRoute.of(request, 200)).isEqualTo(Destination.backTo(request.received()));
  }

  @Test
  void aStatelessReplyLeavesNoTrace() {
    Rig rig = new Rig();
    SipRequest request = request("UDP 10.0.0.1:5080", false);
    rig.layer.replyStatelessly(request, ResponseBuilder.to(request, 404, "Not Found"));
    rig.layer.replyStatelessly(request, Rig.response(request, 404, "Not Found"));
    assertThat(rig.network.departures())
        .hasSize(2)
        .allSatisfy(
            d -> {
              assertThat(d.startLine()).isEqualTo("SIP/2.0 404 Not Found");
              assertThat(d.text()).contains(";received=192.0.2.2");
              assertThat(d.destination().address()).hasToString("/192.0.2.2:5080");
            });
    assertThat(rig.layer.serverTransactions()).isZero();
    assertThat(rig.wheel.waiting()).isZero();
  }

  private static SipRequest request(String via, boolean stream) {
    String text = Rig.request("OPTIONS", "z9hG4bK1").replace("UDP 192.0.2.2:5070", via);
    return Rig.parseRequest(stream ? TCP : UDP, text);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.TransportProtocol;

class ReadyNoticeTest {
  private static final ListeningPoint UDP = listener(TransportProtocol.UDP, "127.0.0.1", 5060);
  private static final ListeningPoint TCP = listener(TransportProtocol.TCP, "::1", 5062);

  @Test
  void namesAllThatANewcomerNeeds() {
    ReadyNotice notice =
        new ReadyNotice(
            List.of(UDP, TCP),
            "/etc/signalbox/signalbox.cfg",
            List.of("sip:a.example", "sip:b.example"),
            2,
            List.of("http://127.0.0.1:8080/signalbox/", "https://127.0.0.1:8443/signalbox/"),
            "deployment/add-user NAME viewer|admin");
    assertThat(notice.text().lines())
        .containsExactly(
            "",
            "  SIP            udp:127.0.0.1:5060",
            "                 tcp:[::1]:5062",
            "  Configuration  /etc/signalbox/signalbox.cfg",
            "  Watching       2 destinations: sip:a.example, sip:b.example",
            "  Page           http://127.0.0.1:8080/signalbox/",
            "                 https://127.0.0.1:8443/signalbox/",
            "  API            http://127.0.0.1:8080/signalbox/api",
            "                 https://127.0.0.1:8443/signalbox/api",
            "  Add a login    deployment/add-user NAME viewer|admin");
  }

  @Test
  void aLongTableIsCutShort() {
    ReadyNotice notice =
        new ReadyNotice(List.of(UDP), "f", List.of("sip:a", "sip:b"), 7, List.of(), "u");
    assertThat(notice.text()).contains("7 destinations: sip:a, sip:b, ...");
  }

  @Test
  void saysWhenThereIsNothingToShow() {
    ReadyNotice notice = new ReadyNotice(List.of(UDP), "f", List.of(), 0, List.of(), "u");
    assertThat(notice.text()).contains("no destinations").contains("not served");
  }

  private static ListeningPoint listener(TransportProtocol protocol, String host, int port) {
    return new ListeningPoint(0, protocol, new InetSocketAddress(host, port), null, host, port);
  }
}

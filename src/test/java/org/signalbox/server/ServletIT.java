// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.signalbox.testapp.ProbeServlet;
import org.signalbox.testkit.SipPeer;
import org.signalbox.testkit.SipText;
import org.signalbox.testkit.TestWar;
import org.signalbox.testkit.WireMessage;

/** A SIP Servlet application inside the real WAR: CDI, EJB timer and events, seen from outside. */
@ArquillianTest
@RunAsClient
class ServletIT {
  private static final InetSocketAddress SERVER =
      new InetSocketAddress("127.0.0.1", TestWar.SIP_PORT);

  private final SipPeer peer = SipPeer.udp().answering("OPTIONS", 200).answering("INFO", 200);

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.with("it/probe.cfg", "it/probe-sip.xml", ProbeServlet.class.getPackage());
  }

  @AfterEach
  void hangUp() {
    peer.close();
  }

  @Test
  void aServletAnswersWithTheBeansThatItWasGiven() {
    ask("OPTIONS", "");
    WireMessage answer = peer.response();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("X-News")).startsWith("heard:");
  }

  @Test
  void theTimerPingsAndItsEventsAreObserved() {
    ask("MESSAGE", peer.uri());
    assertThat(peer.response().status()).isEqualTo(202);
    peer.request("OPTIONS");
    peer.request("OPTIONS"); // the second ping: what the first one brought has been told
    ask("OPTIONS", "");
    WireMessage answer = peer.response();
    assertThat(answer.header("X-News")).contains(peer.uri() + " UP");
    assertThat(answer.header("X-Owned"))
        .contains("DestinationAdded", "DestinationStateChanged")
        .doesNotContain("somebody else's");
  }

  @Test
  void aServletSendsARequestOfItsOwn() {
    ask("INFO", peer.uri());
    assertThat(peer.response().status()).isEqualTo(202);
    assertThat(peer.request("INFO").header("From")).contains("sip:probe@127.0.0.1");
  }

  @Test
  void aServletKeepsARequestAndHasARouteAnswerIt() {
    ask("SUBSCRIBE", "KEPT");
    assertThat(peer.response().startLine()).isEqualTo("SIP/2.0 202 Kept");
  }

  private void ask(String method, String body) {
    SipText request = SipText.request(method, "sip:127.0.0.1:" + TestWar.SIP_PORT);
    peer.send(request.via("UDP", peer.address()).body(body).toString(), SERVER);
  }
}

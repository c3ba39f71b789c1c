// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.InetSocketAddress;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.testapp.ProbeServlet;
import org.signalbox.testkit.HttpSide;
import org.signalbox.testkit.Patience;
import org.signalbox.testkit.SipPeer;
import org.signalbox.testkit.SipText;
import org.signalbox.testkit.TestWar;
import org.signalbox.testkit.WireMessage;

/** Requests of a servlet wait inside the real WAR, and operators see to them. */
@ArquillianTest
@RunAsClient
class WaitingIT {
  private static final InetSocketAddress SERVER =
      new InetSocketAddress("127.0.0.1", TestWar.SIP_PORT);
  private static final String LIST = "/api/waiting";

  private final HttpSide admin = new HttpSide().as("adam", "change");
  private final SipPeer peer = SipPeer.udp();

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.with("it/probe.cfg", "it/probe-sip.xml", ProbeServlet.class.getPackage());
  }

  @BeforeEach
  void begin() {
    HttpSide.addUser("adam", "change", "admin");
  }

  @AfterEach
  void hangUp() {
    peer.close();
  }

  @Test
  void theServletGoesOnBehindItsPause() {
    publish("here", 50);
    assertThat(peer.response().status()).isEqualTo(202);
  }

  @Test
  void aRouteGoesOnWithTheRequestOfAServlet() {
    publish("RESUMED", 50);
    assertResumed();
  }

  @Test
  void anOperatorLetsARequestWaitLongerAndGoOn() {
    publish("RESUMED", 600_000);
    JsonObject waiting = only();
    assertThat(waiting.getString("method")).isEqualTo("PUBLISH");
    assertThat(waiting.getString("route")).isEqualTo("RESUMED");
    assertThat(waiting.getString("source")).isEqualTo("127.0.0.1:" + peer.port());
    String call = LIST + "?callId=" + waiting.getString("callId");
    assertThat(admin.json(call).getJsonArray("waiting")).hasSize(1);
    assertThat(admin.json(call + "x").getJsonArray("waiting")).isEmpty();
    String one = LIST + "/" + waiting.getInt("id");
    assertThat(admin.status("POST", one + "/extend?seconds=3600")).isEqualTo(204);
    assertThat(admin.json(one).getString("until")).isGreaterThan(waiting.getString("until"));
    assertThat(admin.status("POST", one + "/extend?seconds=0")).isEqualTo(400);
    assertThat(admin.status("POST", one + "/resume")).isEqualTo(204);
    assertResumed();
    assertThat(admin.status("GET", one)).isEqualTo(404);
  }

  @Test
  void anOperatorAnswersARequest() {
    publish("RESUMED", 600_000);
    String one = LIST + "/" + only().getInt("id");
    assertThat(admin.status("DELETE", one + "?code=200")).isEqualTo(400);
    assertThat(admin.status("DELETE", one + "?code=480&reason=Gone")).isEqualTo(204);
    assertThat(peer.response().status()).isEqualTo(480);
    assertThat(admin.status("DELETE", one)).isEqualTo(404);
  }

  private void assertResumed() {
    WireMessage answer = peer.response();
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).startsWith("SIP/2.0 404 Resumed");
  }

  private JsonObject only() {
    Patience.until("one request waits", () -> admin.json(LIST).getInt("total") == 1);
    return admin.json(LIST).getJsonArray("waiting").getJsonObject(0);
  }

  private void publish(String route, long pause) {
    SipText request = SipText.request("PUBLISH", "sip:127.0.0.1:" + TestWar.SIP_PORT);
    request.header("X-Pause: " + pause).via("UDP", peer.address()).body(route);
    peer.send(request.toString(), SERVER);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.HttpSide;
import org.signalbox.testkit.Patience;
import org.signalbox.testkit.SipStream;
import org.signalbox.testkit.SipText;
import org.signalbox.testkit.TestWar;

/** Real connections of the real WAR, seen and steered by operators. */
@ArquillianTest
@RunAsClient
class ConnectionsIT {
  private static final String LIST = "/api/connections";
  private static final InetSocketAddress SERVER =
      new InetSocketAddress("127.0.0.1", TestWar.SIP_PORT);

  private final HttpSide admin = new HttpSide().as("adam", "change");
  private SipStream stream;
  private String path;

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.with("it/probe.cfg");
  }

  @BeforeEach
  void connect() {
    HttpSide.addUser("adam", "change", "admin");
    stream = SipStream.to(SERVER);
    stream.write(SipText.options(SERVER).toString()).read();
    path = LIST + "/" + own().getInt("id");
  }

  @AfterEach
  void disconnect() {
    stream.close();
  }

  @Test
  void oneIsListedAndLookedAt() {
    JsonObject one = admin.json(path);
    assertThat(one.getString("protocol")).isEqualTo("tcp");
    assertThat(one.getString("state")).isEqualTo("ok");
    assertThat(one.getString("peer")).isEqualTo("127.0.0.1:" + stream.local().getPort());
    assertThat(one.getInt("messagesReceived")).isEqualTo(1);
    Patience.until("what was sent is counted", () -> admin.json(path).getInt("messagesSent") == 1);
    assertThat(admin.status("GET", LIST + "/999999")).isEqualTo(404);
    assertThat(admin.status("GET", LIST + "?limit=0")).isEqualTo(400);
  }

  @Test
  void closingItEndsItAtOnce() {
    assertThat(admin.status("DELETE", path)).isEqualTo(204);
    assertThat(stream.awaitEnd()).isEmpty();
    assertThat(admin.status("DELETE", path)).isEqualTo(404);
  }

  @Test
  void itsLifetimeCountsAtOnce() {
    JsonObject longer = HttpSide.json(put("/lifetime", "{\"seconds\":9000}"));
    assertThat(longer.getInt("lifetimeSeconds")).isEqualTo(9000);
    assertThat(HttpSide.json(put("/lifetime", "{\"seconds\":null}")).isNull("remainingSeconds"))
        .isTrue();
    assertField(put("/lifetime", "{\"seconds\":-1}"), "seconds");

    assertThat(put("/lifetime", "{\"seconds\":0}").statusCode()).isEqualTo(200);
    assertThat(stream.awaitEnd()).isEmpty();
  }

  @Test
  void itsKeepaliveIsTurnedOnAndOff() {
    String values = "{\"idleSeconds\":33,\"count\":4,\"intervalSeconds\":7}";
    assertThat(put("/keepalive", values).statusCode()).isEqualTo(200);
    assertField(put("/keepalive", values.replace("4", "128")), "count");
    assertThat(admin.status("DELETE", path + "/keepalive")).isEqualTo(204);
  }

  @Test
  void aViewerLooksOnly() {
    HttpSide.addUser("vera", "look", "viewer");
    HttpSide viewer = new HttpSide().as("vera", "look");
    assertThat(viewer.status("GET", path)).isEqualTo(200);
    assertThat(viewer.status("DELETE", path)).isEqualTo(403);
    assertThat(viewer.status("DELETE", path + "/keepalive")).isEqualTo(403);
    assertThat(viewer.send("PUT", path + "/lifetime", "{\"seconds\":0}").statusCode())
        .isEqualTo(403);
  }

  private HttpResponse<String> put(String what, String body) {
    return admin.send("PUT", path + what, body);
  }

  private JsonObject own() {
    String search = LIST + "?search=tcp:127.0.0.1:" + stream.local().getPort();
    return admin.json(search).getJsonArray("connections").getJsonObject(0);
  }

  private static void assertField(HttpResponse<String> answer, String field) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(HttpSide.json(answer).getString("field")).isEqualTo(field);
  }
}

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
import org.signalbox.testkit.HttpSide;
import org.signalbox.testkit.Patience;
import org.signalbox.testkit.SipStream;
import org.signalbox.testkit.SipText;
import org.signalbox.testkit.TestWar;

/** Messages that the real WAR keeps, seen and replayed by operators, and swept by its timer. */
@ArquillianTest
@RunAsClient
class MessagesIT {
  private static final String LIST = "/api/messages";
  private static final InetSocketAddress SERVER =
      new InetSocketAddress("127.0.0.1", TestWar.SIP_PORT);

  private final HttpSide admin = new HttpSide().as("adam", "change");
  private SipStream stream;
  private String path;

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.with("it/siprepo.cfg");
  }

  @BeforeEach
  void keepOne() {
    HttpSide.addUser("adam", "change", "admin");
    stream = SipStream.to(SERVER);
    SipText request = SipText.options(SERVER);
    stream.write(request.toString());
    Patience.until("it is kept", () -> admin.json(LIST).getInt("total") == 1);
    JsonObject kept = admin.json(LIST).getJsonArray("messages").getJsonObject(0);
    path = LIST + "/" + kept.getJsonNumber("number");
  }

  @AfterEach
  void forget() {
    stream.close();
    admin.status("DELETE", path);
  }

  @Test
  void itIsShownWithItsTextAndRemoved() {
    JsonObject one = admin.json(path);
    assertThat(one.getString("text")).startsWith(one.getString("line") + "\r\n");
    assertThat(one.getString("source")).isEqualTo("tcp:127.0.0.1:" + stream.local().getPort());
    assertThat(admin.json(LIST + "?callId=" + one.getString("callId")).getInt("matching"))
        .isEqualTo(1);
    assertThat(admin.json(LIST + "?callId=other").getInt("matching")).isZero();
    assertThat(admin.status("DELETE", path)).isEqualTo(204);
    assertThat(admin.status("GET", path)).isEqualTo(404);
  }

  @Test
  void aReplayAnswersTheOneWhoHadSentIt() {
    assertThat(replay("{\"route\":\"ANSWER\",\"keep\":false}")).isEqualTo(202);
    assertThat(stream.read().startLine()).isEqualTo("SIP/2.0 202 Replayed");
    assertThat(admin.status("GET", path)).isEqualTo(404);
  }

  @Test
  void aReplayThatCannotBeIsRefused() {
    assertThat(replay("{\"route\":\"NOWHERE\"}")).isEqualTo(400);
    assertThat(replay("{\"route\":\"ANSWER\",\"group\":\"nobody\"}")).isEqualTo(400);
    assertThat(replay("{}")).isEqualTo(400);
    assertThat(admin.status("GET", path)).isEqualTo(200);
  }

  @Test
  void theTimerSweepsWhatHasExpired() {
    Patience.until("it is swept", () -> admin.json(LIST).getInt("total") == 0);
    assertThat(admin.status("GET", path)).isEqualTo(404);
  }

  @Test
  void aViewerLooksOnly() {
    HttpSide.addUser("vera", "look", "viewer");
    HttpSide viewer = new HttpSide().as("vera", "look");
    assertThat(viewer.status("GET", path)).isEqualTo(200);
    assertThat(viewer.status("DELETE", path)).isEqualTo(403);
    assertThat(viewer.send("POST", path + "/replay", "{\"route\":\"ANSWER\"}").statusCode())
        .isEqualTo(403);
  }

  private int replay(String body) {
    return admin.send("POST", path + "/replay", body).statusCode();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.EventFeed;
import org.signalbox.testkit.HttpSide;
import org.signalbox.testkit.SipPeer;
import org.signalbox.testkit.TestWar;

/** The event stream of the real WAR: what CDI tells reaches whoever listens. */
@ArquillianTest
@RunAsClient
class EventsIT {
  private static final String LIST = "/api/destinations";
  private static final String EVENTS = LIST + "/events";

  private final HttpSide admin = new HttpSide().as("adam", "change");

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.with("it/probe.cfg");
  }

  @BeforeEach
  void begin() {
    HttpSide.addUser("adam", "change", "admin");
    HttpSide.addUser("vera", "look", "viewer");
    assertThat(admin.status("DELETE", LIST)).isEqualTo(204); // others' outlive a deployment
  }

  @Test
  void aDestinationIsFollowedFromItsFirstDayToItsLast() {
    try (SipPeer well = SipPeer.udp().answering("OPTIONS", 200);
        EventFeed feed = new HttpSide().as("vera", "look").events(EVENTS + "?answers=true")) {
      assertThat(feed.status()).isEqualTo(200);
      assertThat(feed.take("counts")).containsKeys("up", "down", "unknown");

      String body = "{\"uri\":\"" + well.uri() + "\"}";
      int id = HttpSide.json(admin.send("POST", LIST, body)).getInt("id");
      assertThat(feed.take("added").getInt("id")).isEqualTo(id);

      JsonObject up = feed.take("changed", news -> news.getInt("id") == id);
      assertThat(up.getString("previous")).isEqualTo("unknown");
      assertThat(up.getString("state")).isEqualTo("up");
      assertThat(feed.take("counts", counts -> counts.getInt("up") == 1)).isNotEmpty();
      assertThat(feed.take("answered").getJsonArray("destinations")).isNotEmpty();

      well.answering("OPTIONS", 503);
      JsonObject down = feed.take("changed", news -> news.getInt("id") == id);
      assertThat(down.getString("previous")).isEqualTo("up");
      assertThat(down.getString("state")).isEqualTo("down");
      assertThat(down.getInt("code")).isEqualTo(503);

      assertThat(admin.status("DELETE", LIST + "/" + id)).isEqualTo(204);
      assertThat(feed.take("removed").getInt("id")).isEqualTo(id);
      assertThat(feed.take("counts", counts -> counts.getInt("down") == 0)).isNotEmpty();

      admin.status("DELETE", LIST);
      assertThat(feed.take("flushed").getInt("count")).isZero();
    }
  }

  @Test
  void aStrangerHearsNothing() {
    try (EventFeed feed = new HttpSide().events(EVENTS)) {
      assertThat(feed.status()).isEqualTo(401);
    }
  }
}

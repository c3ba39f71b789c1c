// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.testkit.Browser;
import org.signalbox.testkit.HttpSide;
import org.signalbox.testkit.LaunchedServer;
import org.signalbox.testkit.SipStream;
import org.signalbox.testkit.SipText;

/** Connections on the page in a real browser: looked at, told how long they live, and closed. */
class SteeringInteropIT {
  private static final InetSocketAddress SERVER =
      new InetSocketAddress("127.0.0.1", Integer.getInteger("launched.sip.port", 0));
  private static final String ENTER = "\uE007";

  @TempDir private static Path folder;
  private static LaunchedServer server;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    HttpSide.addUser(folder, "adam", "change", "admin");
    HttpSide.addUser(folder, "vera", "look", "viewer");
    String port = "SIP_PORT=" + SERVER.getPort();
    server = LaunchedServer.start(folder, "-f", "src/test/resources/it/probe.cfg", "-A", port);
    server.ready();
    browser = new Browser(folder);
  }

  @AfterAll
  static void stop() {
    try {
      if (browser != null) {
        browser.close();
      }
    } finally {
      if (server != null) {
        server.close();
      }
    }
  }

  @Test
  void itsLifetimeAndItsKeepaliveAreSetAndItIsClosed() {
    try (SipStream stream = used()) {
      browser.open(page("adam:change"));
      browser.until("document.querySelectorAll('#connections-rows tr').length === 1");
      browser.click("#connections-rows button[aria-label^=Steer]");
      browser.until("document.getElementById('connection').open");
      browser.run("document.querySelector('#connection [name=seconds]').value = ''");
      browser.type("#connection [name=seconds]", ENTER);
      told("It never ends by itself.");
      assertThat(connection().isNull("lifetimeSeconds")).isTrue();
      browser.until("document.querySelector('#connections-rows').innerText.includes('never')");
      browser.type("#connection [name=seconds]", "9000" + ENTER);
      told("Its lifetime is set.");
      assertThat(connection().getInt("lifetimeSeconds")).isEqualTo(9000);
      browser.type("#connection [name=count]", ENTER);
      told("Keepalive is on.");
      browser.click("#connection-off");
      told("Keepalive is off.");
      browser.click("#connection-done");

      browser.click("#connections-rows button[aria-label^=Close]");
      browser.accept();
      assertThat(stream.awaitEnd()).isEmpty();
      browser.until("document.querySelectorAll('#connections-rows tr').length === 0");
    }
    assertThat(browser.console()).filteredOn(line -> line.contains("connection")).isEmpty();
  }

  @Test
  void whatHasEndedCannotBeSteered() {
    try (SipStream stream = used()) {
      browser.open(page("adam:change"));
      browser.until("document.querySelectorAll('#connections-rows tr').length === 1");
      browser.click("#connections-rows button[aria-label^=Steer]");
      stream.close();
      browser.until("document.querySelectorAll('#connections-rows tr').length === 0");
      browser.click("#connection-off");
      browser.until("document.getElementById('connection-told').textContent.includes('has ended')");
    }
  }

  @Test
  void aViewerSeesNoButtons() {
    try (SipStream stream = used();
        Browser other = new Browser(folder)) {
      other.open(page("vera:look"));
      other.until("document.querySelectorAll('#connections-rows tr').length === 1");
      assertThat(other.holds("document.querySelector('#connections-rows button') === null"))
          .isTrue();
      assertThat(stream.write(options()).read().status()).isEqualTo(200);
    }
  }

  private static void told(String what) {
    browser.until("document.getElementById('connection-told').textContent === '" + what + "'");
  }

  private static JsonObject connection() {
    HttpSide admin = server.http().as("adam", "change");
    return admin.json("/api/connections").getJsonArray("connections").getJsonObject(0);
  }

  private static SipStream used() {
    SipStream stream = SipStream.to(SERVER);
    stream.write(options()).read();
    return stream;
  }

  private static String options() {
    return SipText.options(SERVER).toString();
  }

  private static String page(String login) {
    return server.http().address("/").replace("://", "://" + login + "@");
  }
}

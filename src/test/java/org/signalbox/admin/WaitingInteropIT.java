// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.testkit.Browser;
import org.signalbox.testkit.HttpSide;
import org.signalbox.testkit.LaunchedServer;
import org.signalbox.testkit.SipPeer;
import org.signalbox.testkit.SipText;
import org.signalbox.testkit.WireMessage;

/** A script lets requests wait; on the page in a real browser somebody sees to them. */
class WaitingInteropIT {
  private static final InetSocketAddress SERVER =
      new InetSocketAddress("127.0.0.1", Integer.getInteger("launched.sip.port", 0));

  @TempDir private static Path folder;
  private static LaunchedServer server;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    HttpSide.addUser(folder, "adam", "change", "admin");
    String port = "SIP_PORT=" + SERVER.getPort();
    Files.copy(Path.of("src/test/resources/it/waiting.cfg"), file());
    server = LaunchedServer.start(folder, "-f", file().toString(), "-A", port);
    server.ready();
    browser = new Browser(folder);
  }

  private static Path file() {
    return folder.resolve("waiting.cfg");
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
  void requestsAreSeenToOnThePageAndInvitesAreAnsweredWhenTheServerEnds() throws Exception {
    browser.open(server.http().address("/").replace("://", "://adam:change@"));
    try (SipPeer first = SipPeer.udp();
        SipPeer second = SipPeer.udp()) {
      browser.until("document.getElementById('destinations-section').hidden"); // not loaded
      send("MESSAGE", first);
      browser.until("document.getElementById('waiting-total').textContent === '1'");
      browser.until("document.querySelector('#waiting-rows tr').innerText.includes('RESUMED')");
      browser.click("#waiting-rows button[aria-label^=One]");
      browser.until("document.querySelector('#waiting-rows tr').innerText.includes('10 min')");
      assertThat(browser.holds("document.activeElement.textContent === 'One minute more'"))
          .as("the row is the same, and so is the focus")
          .isTrue();
      browser.click("#waiting-rows button[aria-label^=Resume]");
      WireMessage resumed = first.response();
      assertThat(resumed.text()).startsWith("SIP/2.0 404 Resumed");
      browser.until("document.getElementById('waiting-total').textContent === '0'");
      send("MESSAGE", second);
      browser.until("document.getElementById('waiting-total').textContent === '1'");
      browser.type("#waiting-search", "no-such-call");
      browser.until("document.getElementById('waiting-shown').textContent.startsWith('Nobody')");
      assertThat(browser.holds("document.querySelector('#waiting-rows tr') === null")).isTrue();
      browser.run(
          "const search = document.getElementById('waiting-search'); search.value = '';"
              + " search.dispatchEvent(new Event('input'))");
      browser.until("document.querySelector('#waiting-rows tr') !== null");
      browser.click("#waiting-rows button[aria-label^=Answer]");
      assertThat(second.response().status()).isEqualTo(503);
      assertThat(browser.holds("document.getElementById('messages-section').hidden")).isTrue();
      Files.writeString(file(), "loadmodule \"siprepo.so\"\n", StandardOpenOption.APPEND);
      var reloaded = server.http().as("adam", "change").send("POST", "/api/configuration", "{}");
      assertThat(reloaded.statusCode()).as("%s", reloaded.body()).isEqualTo(200);
      browser.until("!document.getElementById('messages-section').hidden");
    }
    assertThat(browser.console()).filteredOn(line -> line.contains("waiting")).isEmpty();
    try (SipPeer caller = SipPeer.udp()) {
      send("INVITE", caller);
      assertThat(caller.response().status()).isEqualTo(100);
      server.signal("TERM");
      assertThat(caller.response().status()).isEqualTo(503);
    }
  }

  private static void send(String method, SipPeer peer) {
    SipText request = SipText.request(method, "sip:127.0.0.1:" + SERVER.getPort());
    peer.send(request.via("UDP", peer.address()).toString(), SERVER);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.testkit.Browser;
import org.signalbox.testkit.EventFeed;
import org.signalbox.testkit.HttpSide;
import org.signalbox.testkit.LaunchedServer;
import org.signalbox.testkit.Patience;
import org.signalbox.testkit.Program;

/** Real SIP servers come and go; REST, the event stream and the page in a real browser tell it. */
class WatchingInteropIT {
  private static final String LIST = "/api/destinations";
  private static final String ENTER = "\uE007";

  @TempDir private static Path folder;
  private static LaunchedServer server;
  private static Browser browser;
  private static HttpSide admin;

  @BeforeAll
  static void start() throws Exception {
    HttpSide.addUser(folder, "adam", "change", "admin");
    HttpSide.addUser(folder, "vera", "look", "viewer");
    String port = "SIP_PORT=" + System.getProperty("launched.sip.port");
    server = LaunchedServer.start(folder, "-f", "src/test/resources/it/interop.cfg", "-A", port);
    server.ready();
    admin = server.http().as("adam", "change");
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

  @BeforeEach
  void emptyPage() {
    assertThat(admin.status("DELETE", LIST)).isEqualTo(204);
    browser.open(page("adam:change"));
    browser.until("document.getElementById('link').dataset.state === 'live'");
    browser.run("window.sameDocument = true");
  }

  @Test
  void aKamailioIsSeenUpDownAndUpAgain() {
    int port = Program.freePort();
    watched(port, () -> Program.kamailio(folder, port));
  }

  @Test
  void aSippIsSeenUpDownAndUpAgain() {
    int port = Program.freePort();
    watched(port, () -> Program.sipp(folder, port));
  }

  @Test
  void oneIsAddedAndRemovedOnThePage() {
    browser.type("[name=uri]", "not a uri" + ENTER);
    browser.until(
        "document.getElementById('destinations-problem').textContent.includes('SIP URI')");
    browser.until("document.activeElement.name === 'uri'");
    browser.run("document.querySelector('[name=uri]').value = ''");

    browser.type("[name=uri]", "sip:127.0.0.1:" + Program.freePort() + ENTER);
    browser.until("document.querySelectorAll('#destinations-rows tr').length === 1");
    browser.until("document.getElementById('destinations-problem').hidden");
    browser.until("document.getElementById('count-all').textContent === '1'");
    assertThat(admin.json(LIST).getInt("total")).isEqualTo(1);

    browser.click("#destinations-rows button");
    browser.accept();
    browser.until("document.querySelectorAll('#destinations-rows tr').length === 0");
    assertThat(admin.json(LIST).getInt("total")).isZero();
    assertSameDocument();
  }

  @Test
  void oneIsLookedAtPausedAndToldOtherwiseOnThePage() {
    int id = add("sip:127.0.0.1:" + System.getProperty("launched.sip.port"), "ops");
    browser.until("document.getElementById('count-up').textContent === '1'");
    browser.click("tr[data-id='%d'] a".formatted(id));
    browser.until("document.getElementById('detail-facts').textContent.includes('200 OK')");
    browser.until("document.getElementById('detail-history').textContent.includes('unknown → up')");

    browser.type("#detail-reason", "mast is painted");
    browser.click("#detail-pause");
    browser.until(
        "document.getElementById('destinations-rows').innerText.includes('paused: mast is"
            + " painted')");
    assertThat(admin.json(LIST + "/" + id).getJsonObject("pause").getString("by"))
        .isEqualTo("adam");
    browser.click("#detail-pause");
    browser.until("document.getElementById('detail-pause').textContent === 'Pause'");

    browser.type("#detail-set input[name=name]", "down_threshold");
    browser.type("#detail-set input[name=value]", "0" + ENTER);
    browser.until("document.getElementById('detail-problem').textContent.includes('1 to 1000')");
    browser.click("#detail-maintenance");
    browser.until(
        "document.getElementById('destinations-rows').innerText.includes('in maintenance')");
    browser.click("#detail-close");
    browser.until("!document.getElementById('detail').open");
    assertSameDocument();
  }

  @Test
  void theListIsNarrowedByStateAndByWords() {
    add("sip:127.0.0.1:" + Program.freePort(), "berlin");
    add("sip:127.0.0.1:" + System.getProperty("launched.sip.port"), "paris");
    browser.until("document.getElementById('count-up').textContent === '1'");

    browser.click("[data-filter=up]");
    browser.until("document.getElementById('destinations-rows').innerText.includes('paris')");
    browser.until("!document.getElementById('destinations-rows').innerText.includes('berlin')");
    browser.click("[data-filter='']");
    browser.type("#destinations-search", "BERL");
    browser.until("document.getElementById('destinations-rows').innerText.includes('berlin')");
    browser.until("!document.getElementById('destinations-rows').innerText.includes('paris')");
    assertSameDocument();
  }

  @Test
  void aButtonThatIsPressedTwiceTurnsOnePage() {
    for (int i = 1; i <= 60; i++) {
      add("sip:192.0.2." + i, "ops");
    }
    String shown = "document.getElementById('destinations-shown').textContent === '%s'";
    String twice = "const b = document.getElementById('destinations-%s'); b.click(); b.click()";
    browser.until(shown.formatted("1\u201350 of 60"));
    browser.run(twice.formatted("next"));
    browser.until(shown.formatted("51\u201360 of 60"));
    browser.run(twice.formatted("previous"));
    browser.until(shown.formatted("1\u201350 of 60"));
    assertSameDocument();
  }

  @Test
  void theFocusStaysWhereItIsWhenTheListIsReadAnew() {
    add("sip:127.0.0.1:" + Program.freePort(), "berlin");
    browser.until("document.querySelector('#destinations-rows a')");
    browser.run("document.querySelector('#destinations-rows a').focus()");
    add("sip:127.0.0.1:" + Program.freePort(), "paris");
    browser.until("document.querySelectorAll('#destinations-rows tr').length === 2");
    assertThat(browser.holds("document.activeElement.closest('#destinations-rows')")).isTrue();
  }

  @Test
  void aViewerSeesTheRowsAndNoButtonsThatChangeThem() {
    add("sip:127.0.0.1:" + Program.freePort(), "ops");
    try (Browser other = new Browser(folder)) {
      other.open(page("vera:look"));
      other.until("document.querySelectorAll('#destinations-rows tr').length === 1");
      assertThat(other.holds("document.getElementById('add').offsetParent === null")).isTrue();
      assertThat(other.holds("document.querySelector('#destinations-rows button') === null"))
          .isTrue();
    }
  }

  /** It is unknown or down, comes, goes, and comes again; each time all three say so. */
  private void watched(int port, Supplier<Program> peer) {
    try (EventFeed feed = admin.events(LIST + "/events")) {
      int id = add("sip:127.0.0.1:" + port, "ops");
      browser.until("document.querySelector('tr[data-id=\"%d\"]')".formatted(id));
      for (int round = 0; round < 2; round++) {
        try (Program running = peer.get()) {
          assertSeen(feed, id, "up");
          assertThat(running.running()).as(running.printed()).isTrue();
        }
        assertSeen(feed, id, "down");
      }
      assertSameDocument();
    }
  }

  private void assertSeen(EventFeed feed, int id, String state) {
    Patience.until(
        "REST says " + state,
        () -> admin.json(LIST + "/" + id).getString("state").equals(state),
        () -> admin.json(LIST + "/" + id));
    feed.take("changed", news -> news.getInt("id") == id && news.getString("state").equals(state));
    browser.until(
        "document.querySelector('tr[data-id=\"%d\"] .state').textContent === '%s'"
            .formatted(id, state));
  }

  private static void assertSameDocument() {
    assertThat(browser.holds("window.sameDocument")).as("nobody reloaded the page").isTrue();
    assertThat(browser.console()).filteredOn(line -> !line.contains("400")).isEmpty();
  }

  private static int add(String uri, String owner) {
    String body = "{\"uri\":\"%s\",\"owner\":\"%s\"}".formatted(uri, owner);
    return HttpSide.json(admin.send("POST", LIST, body)).getInt("id");
  }

  private static String page(String login) {
    return server.http().address("/").replace("http://", "http://" + login + "@");
  }
}

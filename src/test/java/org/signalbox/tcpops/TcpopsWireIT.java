// SPDX-License-Identifier: Apache-2.0
package org.signalbox.tcpops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.testapp.HeardEnds;
import org.signalbox.testkit.HttpSide;
import org.signalbox.testkit.Patience;
import org.signalbox.testkit.SipStream;
import org.signalbox.testkit.SipText;
import org.signalbox.testkit.TestWar;

/** The module in the real WAR on real sockets: functions, event routes, CDI events. */
@ArquillianTest
@RunAsClient
class TcpopsWireIT {
  private static final InetSocketAddress SERVER =
      new InetSocketAddress("127.0.0.1", TestWar.SIP_PORT);

  private final HttpSide admin = new HttpSide().as("adam", "change");
  private SipStream asking;
  private SipStream other;
  private String otherId;

  @Deployment(testable = false)
  static WebArchive war() {
    return TestWar.with("it/tcpops.cfg").addClass(HeardEnds.class);
  }

  @BeforeEach
  void connect() {
    HttpSide.addUser("adam", "change", "admin");
    asking = SipStream.to(SERVER);
    other = SipStream.to(SERVER);
    otherId = said(other, "nothing", "", "").split(" ")[0];
  }

  @AfterEach
  void disconnect() {
    asking.close();
    other.close();
  }

  @Test
  void anotherConnectionIsFoundByItsAddressAndItsId() {
    String port = "" + other.local().getPort();
    assertThat(said(asking, "place", "X-Port", port)).contains(" " + otherId + " ");
    assertThat(said(asking, "alive", "X-Id", otherId)).contains(" 1 ");
    assertThat(said(asking, "alive", "X-Id", "999999")).contains(" -1 ");
    assertThat(said(asking, "keepalive", "X-Id", otherId)).contains(" 1 ");
  }

  @Test
  void whenThePeerClosesTheRouteAndTheObserverHearOfItOnce() {
    int port = other.local().getPort();
    other.close();

    Patience.until("the route has run", () -> told("closed").contains(otherId));
    assertThat(told("closed")).containsOnlyOnce(otherId);
    Patience.until("the observer has heard", () -> heard().contains(otherId + " CLOSED " + port));
    assertThat(said(asking, "alive", "X-Id", otherId)).contains(" -1 ");
  }

  @Test
  void aShortLifeEndsAtOnceAndIsATimeout() {
    assertThat(said(asking, "short", "X-Id", otherId)).contains(" 1 ");
    assertThat(other.awaitEnd()).isEmpty();
    Patience.until("the route has run", () -> told("expired").contains(otherId));
    assertThat(told("closed")).doesNotContain(otherId);
    Patience.until("the observer has heard", () -> heard().contains(otherId + " LIFETIME"));
  }

  @Test
  void closingItIsSeenByThePeerAndToldOnce() {
    assertThat(said(asking, "close", "X-Id", otherId)).contains(" 1 ");
    assertThat(other.awaitEnd()).isEmpty();
    Patience.until("the route has run", () -> told("closed").contains(otherId));
    assertThat(said(asking, "close", "X-Id", otherId)).contains(" -1 ");
  }

  /** The ids that an event route has seen. */
  private List<String> told(String route) {
    String said = said(asking, "nothing", "", "");
    String[] parts = said.split(" closed| expired", -1);
    return List.of(parts[route.equals("closed") ? 1 : 2].trim().split(" "));
  }

  private String heard() {
    return admin.send("GET", "/api/heard-ends", "").body();
  }

  /** The reason of the reply. */
  private static String said(SipStream over, String script, String header, String value) {
    String text = SipText.request("OPTIONS", "sip:" + script + "@127.0.0.1").toString();
    if (!header.isEmpty()) {
      text = text.replace("\r\nCall-ID", "\r\n" + header + ": " + value + "\r\nCall-ID");
    }
    return over.write(text).read().startLine().substring("SIP/2.0 200 ".length());
  }
}

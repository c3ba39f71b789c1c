// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.EventFeed;
import org.signalbox.testkit.HttpSide;
import org.signalbox.testkit.SipPeer;
import org.signalbox.testkit.SipText;
import org.signalbox.testkit.TestWar;
import org.signalbox.testkit.WildFly;

/** The WAR comes and goes and leaves nothing behind. */
@ArquillianTest
@RunAsClient
class RedeployWireIT {
  private static final String WAR = "signalbox";
  private static final String EVENTS = "/api/destinations/events";
  private static final InetSocketAddress SERVER =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), TestWar.SIP_PORT);

  @ArquillianResource private Deployer deployer;
  @ArquillianResource private ManagementClient management;

  @Deployment(name = WAR, managed = false, testable = false)
  @TargetsContainer("wildfly")
  static WebArchive war() {
    return TestWar.with("it/probe.cfg");
  }

  @Test
  void undeployReleasesPortsAndThreadsAndRedeployWorks() throws Exception {
    for (int round = 0; round < 2; round++) {
      deployer.deploy(WAR);
      assertThat(new WildFly(management).ourThreads()).isNotEmpty();
      HttpSide.addUser("vera", "look", "viewer");
      try (SipPeer udp = SipPeer.udp();
          SipPeer tcp = SipPeer.tcp();
          EventFeed feed = new HttpSide().as("vera", "look").events(EVENTS)) {
        assertAnswered(udp, "UDP");
        assertAnswered(tcp, "TCP");
        feed.take("counts");
        deployer.undeploy(WAR);
        feed.ended();
      }
      assertPortsFree();
      assertThat(new WildFly(management).ourThreads()).isEmpty();
    }
  }

  @Test
  void aPortInUseFailsTheDeploymentAndLeavesNothingOpen() throws Exception {
    try (DatagramSocket taken = new DatagramSocket(SERVER)) {
      assertThatThrownBy(() -> deployer.deploy(WAR))
          .hasStackTraceContaining("udp:127.0.0.1:" + taken.getLocalPort());
    }
    assertPortsFree();
    assertThat(new WildFly(management).ourThreads()).isEmpty();
  }

  private static void assertAnswered(SipPeer peer, String protocol) {
    peer.send(SipText.options(SERVER).via(protocol, peer.address()).toString(), SERVER);
    assertThat(peer.response().status()).isEqualTo(200);
  }

  private static void assertPortsFree() throws IOException {
    new DatagramSocket(SERVER).close();
    try (ServerSocket tcp = new ServerSocket()) {
      tcp.setReuseAddress(true); // connections that were closed a moment ago still linger
      tcp.bind(SERVER);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.testkit.HttpSide;
import org.signalbox.testkit.LaunchedServer;
import org.signalbox.testkit.SipPeer;
import org.signalbox.testkit.SipText;

/** {@code deployment/signalbox} as an operator uses it. */
class LauncherWireIT {
  private static final int SIP_PORT = Integer.getInteger("launched.sip.port", 0);
  private static final InetSocketAddress SERVER =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), SIP_PORT);
  private static final String FILE = "src/test/resources/it/probe.cfg";
  private static final String PORT = "SIP_PORT=" + SIP_PORT;

  @TempDir private Path folder;

  @Test
  void itStartsServesSurvivesHangupsAndStopsOnTerm() throws Exception {
    Path pidFile = folder.resolve("pid");
    HttpSide.addUser(folder, "adam", "change", "admin");
    try (LaunchedServer server =
            LaunchedServer.start(folder, "-f", FILE, "-A", PORT, "-P", pidFile.toString());
        SipPeer peer = SipPeer.udp()) {
      assertThat(server.ready())
          .contains("udp:127.0.0.1:" + SIP_PORT, "tcp:127.0.0.1:" + SIP_PORT)
          .contains("probe.cfg", "no destinations", "/signalbox/", "/signalbox/api", "add-user");
      assertThat(pidFile).content().isEqualToIgnoringNewLines(Long.toString(server.pid()));
      assertThat(server.http().as("adam", "change").status("GET", "/")).isEqualTo(200);

      server.signal("HUP");
      server.signal("USR1");
      server.signal("USR2");
      assertAnswered(peer);

      server.signal("TERM");
      assertThat(server.ended()).isZero();
      assertThat(server.printed()).contains("SBX030002");
      assertThat(pidFile).doesNotExist();
      new DatagramSocket(SERVER).close();
    }
  }

  @Test
  void intStopsItTooAndItsScriptLogsToStderrAsWished() throws Exception {
    Path file = folder.resolve("logging.cfg");
    Files.writeString(
        file,
        """
        listen=udp:127.0.0.1:SIP_PORT
        loadmodule "sl.so"
        loadmodule "pv.so"
        loadmodule "xlog.so"
        request_route { xlog("L_ERR", "from $fU\\n"); sl_send_reply("200", "OK"); }
        """);
    try (LaunchedServer server =
            LaunchedServer.start(
                folder, "-DDE", "--log-engine=json", "-f", file.toString(), "-A", PORT);
        SipPeer peer = SipPeer.udp()) {
      server.ready();
      assertAnswered(peer);
      server.signal("INT");
      assertThat(server.ended()).isZero();
      assertThat(server.printed().lines().filter(line -> line.startsWith("{ \"idx\": ")))
          .singleElement()
          .asString()
          .contains("\"level\": \"ERROR\"", "\"message\": \"from ");
    }
  }

  @Test
  void aCommandEndsIt() throws Exception {
    HttpSide.addUser(folder, "adam", "change", "admin");
    try (LaunchedServer server = LaunchedServer.start(folder, "-f", FILE, "-A", PORT)) {
      server.ready();
      String kill = "{\"jsonrpc\": \"2.0\", \"method\": \"core.kill\", \"id\": 1}";
      HttpSide admin = server.http().as("adam", "change");
      assertThat(admin.send("POST", "/rpc", kill).body()).contains("\"result\":{}");
      assertThat(server.ended()).isZero();
      assertThat(server.printed()).contains("SBX030002").doesNotContain("SBX030003");
    }
  }

  @Test
  void aPortInUseEndsItWithOneLineAnd255() throws Exception {
    Path pidFile = folder.resolve("pid");
    try (DatagramSocket taken = new DatagramSocket(SERVER);
        LaunchedServer server =
            LaunchedServer.start(folder, "-f", FILE, "-A", PORT, "-P", pidFile.toString())) {
      assertThat(server.ended()).isEqualTo(255);
      assertThat(server.printed().lines().filter(line -> line.contains("ERROR")))
          .singleElement()
          .asString()
          .contains("SBX030001", "udp:127.0.0.1:" + taken.getLocalPort());
      assertThat(pidFile).doesNotExist();
    }
  }

  @Test
  void aFileWithMistakesIsCheckedWithoutAServer() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.cfg"), "#!KAMAILIO\nloadmodule \"nosuch\"\n");
    try (LaunchedServer check = LaunchedServer.start(folder, "-c", "-f", file.toString())) {
      assertThat(check.ended()).isEqualTo(255);
      assertThat(check.printed()).contains("could not find module <nosuch>", "bad.cfg:2:");
    }
    try (LaunchedServer check = LaunchedServer.start(folder, "-c", "-f", FILE, "-A", PORT)) {
      assertThat(check.ended()).isZero();
      assertThat(check.printed()).contains("config file ok, exiting...");
    }
  }

  private static void assertAnswered(SipPeer peer) {
    peer.send(SipText.options(SERVER).via("UDP", peer.address()).toString(), SERVER);
    assertThat(peer.response().status()).isEqualTo(200);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.testkit.LaunchedServer;
import org.signalbox.testkit.Program;

/**
 * Whole calls of SIPp through a script that relays: alone, over TCP, and in front of a Kamailio.
 */
class CallsInteropIT {
  private static final String RELAY =
      """
      listen=udp:127.0.0.1:%1$d
      listen=tcp:127.0.0.1:%1$d
      loadmodule "tm.so"
      loadmodule "sl.so"
      loadmodule "pv.so"
      request_route {
        if ($rm == "INVITE") {
          t_on_reply("R");
          t_on_failure("F");
        }
        %2$s
        if (!t_relay()) sl_reply_error();
      }
      onreply_route[R] { $avp(last) = $rs; }
      failure_route[F] { if (t_is_canceled()) exit; }
      """;

  @TempDir private Path folder;

  @Test
  void callsGoThrough() throws Exception {
    int here = Program.freePort();
    int uas = Program.freePort();
    int between = Program.freePort();
    String further = "if ($rU == \"further\") $du = \"sip:127.0.0.1:" + between + "\";";
    Path file = Files.writeString(folder.resolve("relay.cfg"), RELAY.formatted(here, further));
    Path other = Files.writeString(folder.resolve("kamailio.cfg"), RELAY.formatted(between, ""));
    try (LaunchedServer server = LaunchedServer.start(folder, "-f", file.toString());
        Program answering = sipp("-sn", "uas", "-p", "" + uas);
        Program kamailio =
            Program.start(folder, List.of("kamailio", "-f", other.toString(), "-DD", "-E"))) {
      server.ready();
      assertThat(answering.running()).isTrue();
      assertThat(kamailio.running()).isTrue();
      calls(here, uas, "direct", "u1");
      calls(here, uas, "direct", "t1");
      calls(here, uas, "further", "u1");
      assertThat(server.printed()).doesNotContain("ERROR");
      server.signal("TERM");
      assertThat(server.ended()).isZero();
    }
  }

  private void calls(int proxy, int uas, String user, String transport) throws Exception {
    try (Program calling =
        sipp(
            "-sn",
            "uac",
            "127.0.0.1:" + uas,
            "-s",
            user,
            "-rsa",
            "127.0.0.1:" + proxy,
            "-t",
            transport,
            "-p",
            "" + Program.freePort(),
            "-m",
            "50",
            "-r",
            "25")) {
      assertThat(calling.ended()).as(calling.printed()).isZero();
    }
  }

  private Program sipp(String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("sipp", "-i", "127.0.0.1", "-nostdin"));
    command.addAll(List.of(options));
    return Program.start(Files.createTempDirectory(folder, "sipp"), command);
  }
}

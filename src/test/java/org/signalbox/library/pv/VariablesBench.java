// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.pv;

import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.library.core.ConfigurationLoader;
import org.signalbox.library.core.Loading;
import org.signalbox.module.Modules;
import org.signalbox.script.BlockKind;
import org.signalbox.script.RouteKind;
import org.signalbox.script.Source;
import org.signalbox.script.Span;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Route;
import org.signalbox.script.run.RunLog;
import org.signalbox.script.run.Script;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.TransportProtocol;

/**
 * CPU time and bytes allocated by a condition on a variable, the message parsed anew each time.
 * Surefire does not find it by its name; run it with {@code -Dtest=VariablesBench}.
 */
class VariablesBench {
  private static final int ROUNDS = 5;
  private static final int MESSAGES = 300_000;
  private static final byte[] INVITE =
      """
      INVITE sip:bob@biloxi.example.com:5070;transport=udp SIP/2.0
      Via: SIP/2.0/UDP 127.0.0.1:21900;branch=z9hG4bKa
      Max-Forwards: 70
      From: "Alice" <sip:alice@atlanta.example.com>;tag=1928301774
      To: <sip:bob@biloxi.example.com>
      Call-ID: a84b4c76e66710@pc33
      CSeq: 314159 INVITE
      Contact: <sip:alice@127.0.0.1:21900>
      X-One: first
      Content-Length: 0

      """
          .replace("\n", "\r\n")
          .getBytes(StandardCharsets.ISO_8859_1);

  private static final RunLog SILENT =
      new RunLog() {
        @Override
        public void error(Span place, String message) {}

        @Override
        public void warning(Span place, String message) {}
      };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 == 1",
        "$rU == \"x\"",
        "$rU == \"x\" || $rd == \"y\" || $rp == 1",
        "$fU == \"x\"",
        "$si == \"10.0.0.1\"",
        "$ci == \"x\"",
        "$hdr(X-One) == \"x\"",
        "$rm == \"BYE\"",
        "$var(a) == 1",
        "$avp(a) == 1"
      })
  void condition(String text) {
    Script script = script("if (" + text + ") $var(b) = 2;");
    measure(text, script);
  }

  @Test
  void requestUriWritten() {
    measure("$rU = , $rd =", script("$rU = \"carol\"; $rd = \"h.example.com\";"));
  }

  private static Script script(String statement) {
    Source file =
        Source.of("bench.cfg", "loadmodule \"pv\"\nrequest_route { " + statement + " }\n");
    Loading loading =
        new ConfigurationLoader(Modules.found(VariablesBench.class.getClassLoader()), SILENT)
            .load(file, List.of());
    if (loading instanceof Loading.Loaded loaded) {
      return loaded.configuration().script();
    }
    throw new AssertionError(loading.report());
  }

  private static void measure(String name, Script script) {
    InetSocketAddress local = new InetSocketAddress("127.0.0.1", 5060);
    ListeningPoint point =
        new ListeningPoint(0, TransportProtocol.UDP, local, null, "127.0.0.1", 5060);
    ReceiveInfo info = new ReceiveInfo(point, new InetSocketAddress("127.0.0.1", 5070), local, 0);
    Route route = script.route(BlockKind.REQUEST).orElseThrow();
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    long bytes = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long cpu = threads.getCurrentThreadCpuTime();
      long allocated = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < MESSAGES; i++) {
        SipMessage message = (SipMessage) SipParser.parse(INVITE, 0, INVITE.length, info);
        script.run(route, RouteKind.REQUEST, new Frame(script, message, RouteKind.REQUEST));
      }
      best = Math.min(best, threads.getCurrentThreadCpuTime() - cpu);
      bytes = threads.getCurrentThreadAllocatedBytes() - allocated;
    }
    System.out.printf("%s: %d ns, %d bytes a message%n", name, best / MESSAGES, bytes / MESSAGES);
  }
}

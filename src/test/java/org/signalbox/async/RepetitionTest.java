// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.signalbox.routing.Routing;
import org.signalbox.script.Source;
import org.signalbox.sip.SipParser;
import org.signalbox.sip.SipRequest;
import org.signalbox.testkit.ScriptedServer;
import org.signalbox.testkit.SipText;
import org.signalbox.transaction.TransactionLayer;

/** What comes of a request while another thread is as far with it as this one. */
class RepetitionTest {
  private static final InetSocketAddress CALLER = new InetSocketAddress("127.0.0.1", 21900);
  private static final String FILE =
      String.join(
          "\n",
          "listen=udp:127.0.0.1:5060",
          "async_workers=1",
          "loadmodule \"tm.so\"",
          "loadmodule \"sl.so\"",
          "loadmodule \"pv.so\"",
          "loadmodule \"async.so\"",
          "request_route {",
          "  async_%s;",
          "  sl_send_reply(\"500\", \"Not suspended\");",
          "}",
          "route[R] { send_reply(\"404\", \"Resumed\"); }",
          "");

  private final List<String> sent = new CopyOnWriteArrayList<>();

  @Test
  void theSecondRunOfARequestEnds() throws Exception {
    for (String call : List.of("route(\"R\", 1)", "sleep(1)", "task_route(\"R\")")) {
      Source file = Source.of("repeated.cfg", FILE.formatted(call));
      try (ScriptedServer server = ScriptedServer.telling(file, sent::add)) {
        SipText text = SipText.request("MESSAGE", "sip:b@b.example").via("UDP", CALLER);
        TransactionLayer transactions = server.bindings().require(TransactionLayer.class);
        transactions.newServerTransaction(parsed(text, server)); // of the thread that was faster
        server.bindings().require(Routing.class).request(parsed(text, server), frame -> {});
        server.advance(Duration.ofSeconds(2));
      }
    }
    assertThat(sent).isEmpty();
  }

  @Test
  void theScriptOfACancelledRequestEnds() throws Exception {
    String begin =
        "request_route { if ($rm == \"CANCEL\") exit; t_newtran(); t_reply(\"180\", \"Ringing\");";
    String file = FILE.formatted("route(\"R\", 1)").replace("request_route {", begin);
    SipText text = SipText.request("INVITE", "sip:b@b.example").via("UDP", CALLER);
    byte[] cancel =
        text.toString().replace("INVITE", "CANCEL").getBytes(StandardCharsets.ISO_8859_1);
    AtomicReference<Runnable> ringing = new AtomicReference<>(() -> {});
    Consumer<String> watcher =
        reply -> {
          sent.add(reply.lines().findFirst().orElse(""));
          if (reply.startsWith("SIP/2.0 180")) {
            ringing.get().run();
          }
        };
    try (ScriptedServer server = ScriptedServer.telling(Source.of("c.cfg", file), watcher)) {
      ringing.set(() -> server.receive(cancel, server.from(CALLER)));
      server.receive(text.bytes(), server.from(CALLER));
      assertThat(sent).containsExactly("SIP/2.0 180 Ringing", "SIP/2.0 487 Request canceled");
    }
  }

  private static SipRequest parsed(SipText text, ScriptedServer server) {
    byte[] bytes = text.bytes();
    return (SipRequest) SipParser.parse(bytes, 0, bytes.length, server.from(CALLER));
  }
}

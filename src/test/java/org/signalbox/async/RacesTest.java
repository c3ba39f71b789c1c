// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.signalbox.routing.TransactionControl;
import org.signalbox.script.Source;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.testkit.ScriptedServer;
import org.signalbox.testkit.SipText;

/** A request that waits, and all who want something of it at the same time. */
class RacesTest {
  private static final InetSocketAddress CALLER = new InetSocketAddress("127.0.0.1", 21900);
  private static final int ROUNDS = 500;
  private static final String FILE =
      String.join(
          "\n",
          "listen=udp:127.0.0.1:5060",
          "async_workers=2",
          "loadmodule \"tm.so\"",
          "loadmodule \"sl.so\"",
          "loadmodule \"textops.so\"",
          "loadmodule \"async.so\"",
          "request_route {",
          "  if (is_method(\"CANCEL\")) { t_relay(); exit; }",
          "  async_sleep(50);",
          "  async_task_route(\"R\");",
          "}",
          "route[R] { send_reply(\"404\", \"Resumed\"); }",
          "");

  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newFixedThreadPool(5);

  @Test
  void exactlyOneOfThemAnswersIt() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.telling(Source.of("races.cfg", FILE), this::heard)) {
      Async async = server.bindings().require(Async.class);
      TransactionControl control = server.bindings().require(TransactionControl.class);
      ReceiveInfo from = server.from(CALLER);
      for (int round = 0; round < ROUNDS; round++) {
        sent.clear();
        String callId = "race-" + round;
        SipText text =
            SipText.request("INVITE", "sip:b@b.example").via("UDP", CALLER).callId(callId);
        server.receive(text.bytes(), from);
        long id = async.next(1).get(0).id();
        byte[] cancel =
            text.toString().replace("INVITE", "CANCEL").getBytes(StandardCharsets.ISO_8859_1);
        together(
            () -> async.resume(id),
            () -> async.cancel(id, 480, "Gone"),
            () -> control.reply(callId, 1, 600, "Elsewhere"),
            () -> received(server, cancel, from),
            () -> received(server, text.bytes(), from));
        server.advance(Duration.ZERO); // the workers have done what they have
        assertThat(sent).as("round %d", round).hasSize(1);
        assertThat(async.size()).isZero();
        assertThat(async.next(1)).isEmpty();
      }
    } finally {
      threads.shutdown();
    }
  }

  private static boolean received(ScriptedServer server, byte[] bytes, ReceiveInfo from) {
    server.receive(bytes, from);
    return true;
  }

  /** Final replies to the INVITE; its repetition may be answered once more with the same. */
  private void heard(String text) {
    String line = text.lines().findFirst().orElse("");
    if (!line.startsWith("SIP/2.0 1") && text.contains(" INVITE\r\n")) {
      sent.add(line);
    }
  }

  @SafeVarargs
  private void together(Callable<Boolean>... all) throws Exception {
    CyclicBarrier start = new CyclicBarrier(all.length);
    List<Callable<Boolean>> started = new ArrayList<>();
    for (Callable<Boolean> each : all) {
      started.add(
          () -> {
            start.await();
            return each.call();
          });
    }
    for (Future<Boolean> each : threads.invokeAll(started)) {
      each.get();
    }
  }
}

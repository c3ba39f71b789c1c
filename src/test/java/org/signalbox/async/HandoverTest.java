// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.signalbox.script.Source;
import org.signalbox.statistics.Statistics;
import org.signalbox.testkit.ScriptedServer;
import org.signalbox.testkit.SipText;
import org.signalbox.worker.WorkerGroup;
import org.signalbox.worker.WorkerGroups;

/** Defects 10 and 11 of async.md: a group that takes no more work. */
class HandoverTest {
  private static final String FILE =
      String.join(
          "\n",
          "listen=udp:127.0.0.1:5060",
          "async_workers_group=\"name=abc;workers=1;queue=1\"",
          "loadmodule \"tm.so\"",
          "loadmodule \"sl.so\"",
          "loadmodule \"async.so\"",
          "request_route {",
          "  if (!async_task_group_route(\"R\", \"abc\")) send_reply(\"480\", \"Busy\");",
          "}",
          "route[R] { send_reply(\"404\", \"Resumed\"); }",
          "");

  private final CountDownLatch release = new CountDownLatch(1);
  private final List<String> sent = new CopyOnWriteArrayList<>();

  @Test
  void whoIsRefusedGoesOnAtOnceAndIsNotSuspended() throws Exception {
    try (ScriptedServer server = ScriptedServer.telling(Source.of("full.cfg", FILE), sent::add)) {
      fill(server.bindings().require(WorkerGroups.class).find("abc").orElseThrow());
      CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> arrive(server));
      while (sent.isEmpty()) {
        Thread.onSpinWait(); // the worker is still busy: nobody has waited for it
      }
      release.countDown();
      answered.join();
      server.advance(Duration.ofMinutes(3));
      assertThat(sent).hasSize(1);
      assertThat(sent.get(0)).startsWith("SIP/2.0 480 Busy");
      assertThat(server.bindings().require(Async.class).size()).isZero();
      assertThat(counted(server, "suspended")).isZero();
      assertThat(counted(server, "ended")).isZero();
      assertThat(counted(server, "refused")).isEqualTo(1);
    }
  }

  private static long counted(ScriptedServer server, String name) {
    return server.bindings().require(Statistics.class).find("async", name).orElseThrow().value();
  }

  private static void arrive(ScriptedServer server) {
    InetSocketAddress caller = new InetSocketAddress("127.0.0.1", 21900);
    server.receive(
        SipText.request("MESSAGE", "sip:b@b.example").via("UDP", caller).bytes(),
        server.from(caller));
  }

  /** Occupies the only worker, and the only place behind it. */
  private void fill(WorkerGroup group) throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    group.execute(
        () -> {
          running.countDown();
          try {
            release.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    running.await();
    group.execute(() -> {});
  }
}

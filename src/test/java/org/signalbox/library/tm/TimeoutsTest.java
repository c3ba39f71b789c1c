// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.signalbox.script.Source;
import org.signalbox.testkit.Patience;
import org.signalbox.testkit.ScriptedServer;
import org.signalbox.testkit.SipText;
import org.signalbox.worker.WorkerGroup;
import org.signalbox.worker.WorkerGroups;

/** Timeouts while the workers of the file do something else. */
class TimeoutsTest {
  private static final String FILE =
      String.join(
          "\n",
          "listen=udp:127.0.0.1:5060",
          "async_workers_group=\"name=default;workers=1;queue=1\"",
          "loadmodule \"tm.so\"",
          "loadmodule \"sl.so\"",
          "loadmodule \"pv.so\"",
          "modparam(\"tm\", \"fr_timer\", 3000)",
          "request_route { $du = \"sip:127.0.0.2:5060\"; t_on_failure(\"F\"); t_relay(); }",
          "failure_route[F] { t_reply(\"480\", \"Nobody there\"); }",
          "");

  private final CountDownLatch release = new CountDownLatch(1);
  private final List<String> sent = new CopyOnWriteArrayList<>();

  @Test
  void aBusyWorkerOfTheFileDelaysNoTimeout() throws Exception {
    assertAnsweredDuring(group -> {});
  }

  @Test
  void aFullGroupOfTheFileDelaysNoTimeout() throws Exception {
    assertAnsweredDuring(group -> group.submit(() -> {}));
  }

  private void assertAnsweredDuring(Consumer<WorkerGroup> more) throws Exception {
    try (ScriptedServer server = ScriptedServer.telling(Source.of("t.cfg", FILE), sent::add)) {
      InetSocketAddress caller = new InetSocketAddress("127.0.0.1", 21900);
      server.receive(
          SipText.request("MESSAGE", "sip:b@b.example").via("UDP", caller).bytes(),
          server.from(caller));
      WorkerGroup group =
          server.bindings().require(WorkerGroups.class).find("default").orElseThrow();
      occupy(group);
      more.accept(group);
      server.time().advance(Duration.ofSeconds(3));
      Patience.until(
          "a reply while the worker is busy",
          () -> sent.stream().anyMatch(text -> text.startsWith("SIP/2.0 480")));
      release.countDown();
    }
    assertThat(sent).filteredOn(text -> text.startsWith("SIP/2.0")).hasSize(1);
  }

  private void occupy(WorkerGroup group) throws InterruptedException {
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
  }
}

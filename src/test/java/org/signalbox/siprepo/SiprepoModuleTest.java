// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.signalbox.module.Bindings;
import org.signalbox.module.ParameterValues;
import org.signalbox.routing.Routing;
import org.signalbox.routing.RoutingSettings;
import org.signalbox.script.Source;
import org.signalbox.testkit.BareFrame;
import org.signalbox.testkit.ManualTime;
import org.signalbox.testkit.ScriptedServer;
import org.signalbox.timer.TimeSource;
import org.signalbox.worker.WorkerGroup;
import org.signalbox.worker.WorkerGroupSettings;
import org.signalbox.worker.WorkerGroups;

/** The module by itself, as Java uses it. */
class SiprepoModuleTest {
  private final ManualTime time = new ManualTime();
  private final WorkerGroups workers =
      new WorkerGroups(task -> new Thread(task, "siprepo-test"), time);

  private SipRepository started(SiprepoModule module) {
    Bindings bindings = new Bindings();
    bindings
        .bind(TimeSource.class, time)
        .bind(WorkerGroups.class, workers)
        .bind(
            Routing.class,
            new Routing(
                BareFrame.telling(fault -> {}).script(),
                Messages.FROM,
                RoutingSettings.DEFAULTS,
                time));
    module.exports();
    module.init(ParameterValues.DEFAULTS, bindings);
    module.start(bindings);
    return bindings.require(SipRepository.class);
  }

  @AfterEach
  void stop() {
    workers.close();
  }

  @Test
  void aRestartBeginsWithAnEmptyTable() {
    SiprepoModule first = new SiprepoModule();
    started(first).push(Messages.of("A"), "m");
    assertThat(first.messages()).isEqualTo(1);
    first.destroy();
    assertThat(first.messages()).isZero();
    assertThat(started(new SiprepoModule()).count()).isZero();
  }

  @Test
  void whatIsKeptCanBeAskedCountedAndRemoved() {
    SipRepository messages = started(new SiprepoModule());
    assertThat(messages.push(Messages.of("A"), "m")).isEqualTo(PushOutcome.STORED);
    assertThat(messages.push(Messages.of("A"), "m")).isEqualTo(PushOutcome.DUPLICATE);
    assertThat(messages.push(Messages.of("B"), "")).isEqualTo(PushOutcome.STORED);
    StoredMessage found = messages.find("A", "m").orElseThrow();
    assertThat(found.firstLine()).isEqualTo("MESSAGE sip:a@127.0.0.1 SIP/2.0");
    assertThat(found.cseq()).isEqualTo("1 MESSAGE");
    assertThat(found.text()).endsWith("Content-Length: 0\r\n\r\n");
    assertThat(Objects.requireNonNull(found.received()).source().getPort()).isEqualTo(7777);
    assertThat(messages.find(found.number())).contains(found);
    assertThat(messages.stream()).hasSize(2);
    assertThat(messages.count("A")).isEqualTo(1);
    assertThat(messages.remove("A", "m")).isTrue();
    assertThat(messages.remove("A", "m")).isFalse();
    assertThat(messages.find("A")).isEmpty();
    assertThat(messages.count()).isEqualTo(1);
  }

  @Test
  void aStreamReadsManyPages() {
    SipRepository messages = started(new SiprepoModule());
    for (int i = 0; i < 1000; i++) {
      messages.push(Messages.of("call-" + i), "m");
    }
    assertThat(messages.stream().mapToLong(StoredMessage::number).distinct()).hasSize(1000);
  }

  @Test
  void whatCannotRunStays() {
    SipRepository messages = started(new SiprepoModule());
    messages.push(Messages.of("A"), "m");
    SipRepository.After remove = SipRepository.After.REMOVE;
    assertThat(messages.pull("A", "m", "NOWHERE", remove)).isEqualTo(PullOutcome.NO_ROUTE);
    assertThat(messages.pull("A", "x", "NOWHERE", remove)).isEqualTo(PullOutcome.NOT_FOUND);
    assertThat(messages.pullLater("A", "m", "NOWHERE", remove, "nobody"))
        .isEqualTo(PullOutcome.NO_GROUP);
    assertThat(messages.pullLater("A", "m", "NOWHERE", remove, null))
        .isEqualTo(PullOutcome.NO_ROUTE);
    assertThat(messages.count()).isEqualTo(1);
  }

  @Test
  void whatWasFoundCanBeRunAndRemovedThoughItsCallIdIsNoText() {
    SipRepository messages = started(new SiprepoModule());
    messages.push(Messages.of("caf\u00e9"), "m"); // one byte, which is no UTF-8
    StoredMessage found = messages.page(0, 1).get(0);
    assertThat(messages.find(found.callId(), "m")).isEmpty();
    assertThat(messages.pullLater(found, "NOWHERE", SipRepository.After.KEEP, null))
        .isEqualTo(PullOutcome.NO_ROUTE);
    assertThat(messages.remove(found)).isTrue();
    assertThat(messages.remove(found)).isFalse();
    assertThat(messages.count()).isZero();
  }

  @Test
  void aQueueThatIsFullLeavesTheMessageWhereItIs() throws Exception {
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    String file = "loadmodule \"siprepo\"\nroute[R] { exit; }\n";
    try (ScriptedServer server = ScriptedServer.quiet(Source.of("busy.cfg", file))) {
      SipRepository messages = server.bindings().require(SipRepository.class);
      WorkerGroup small =
          server
              .bindings()
              .require(WorkerGroups.class)
              .declare(new WorkerGroupSettings("SMALL", 1, 1));
      small.execute(
          () -> {
            working.countDown();
            awaited(free);
          });
      working.await();
      for (String id : new String[] {"1", "2"}) {
        messages.push(Messages.of("A"), id);
      }
      SipRepository.After remove = SipRepository.After.REMOVE;
      assertThat(messages.pullLater("A", "1", "R", remove, "SMALL"))
          .isEqualTo(PullOutcome.HANDED_OVER);
      assertThat(messages.pullLater("A", "2", "R", remove, "SMALL")).isEqualTo(PullOutcome.BUSY);
      free.countDown();
      server.advance(Duration.ofMillis(1)); // also waits for the workers
      assertThat(messages.find("A")).extracting(StoredMessage::id).containsExactly("2");
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void idsOutsideAsciiKeepTheirLetters() {
    SipRepository messages = started(new SiprepoModule());
    messages.push(Messages.of("A"), "grün");
    assertThat(messages.find("A", "grün").orElseThrow().id()).isEqualTo("grün");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.module.Bindings;
import org.signalbox.module.Port;
import org.signalbox.rpc.RpcCaller;
import org.signalbox.rpc.RpcCommand;
import org.signalbox.rpc.RpcRegistry;
import org.signalbox.rpc.RpcReply;
import org.signalbox.rpc.RpcStruct;
import org.signalbox.sip.Method;
import org.signalbox.testkit.ManualTime;
import org.signalbox.timer.TimerWheel;
import org.signalbox.worker.WorkerGroup;
import org.signalbox.worker.WorkerGroupSettings;
import org.signalbox.worker.WorkerGroups;

class AsyncCommandsTest {
  private final ManualTime time = new ManualTime();
  private final TimerWheel wheel = time.wheel();
  private final WorkerGroups groups = new WorkerGroups(Thread::new, time);
  private final WaitingRequests waiting =
      new WaitingRequests(wheel, time, groups, new AsyncCounters(), 10);
  private final List<String> log = new ArrayList<>();
  private final RpcRegistry registry = new RpcRegistry();

  @BeforeEach
  void register() {
    Port<Async> port = Port.to(Async.class);
    port.connect(new Bindings().bind(Async.class, waiting));
    for (RpcCommand command : new AsyncCommands(port).all()) {
      registry.register(command);
    }
    registry.open(true);
    WorkerGroup group = groups.declare(new WorkerGroupSettings("test", 1, 10));
    for (String name : List.of("first", "second")) {
      WaitingRequest held =
          Objects.requireNonNull(waiting.admit(new FakeHeld(name, Method.INVITE, log), group));
      waiting.begin(held, Duration.ofSeconds(name.length()));
    }
  }

  @AfterEach
  void close() {
    groups.close();
  }

  @Test
  void listShowsThoseThatGoOnNextFirst() {
    assertThat(ask("async.list"))
        .isEqualTo(
            "[{id=1, method=INVITE, callid=call-of-first, source=127.0.0.1:5060, route=R,"
                + " group=test, since=2026-01-01T00:00:00Z, until=2026-01-01T00:00:05Z},"
                + " {id=2, method=INVITE, callid=call-of-second, source=127.0.0.1:5060, route=R,"
                + " group=test, since=2026-01-01T00:00:00Z, until=2026-01-01T00:00:06Z}]");
    assertThat(ask("async.extend", 1L, 10L)).isEqualTo("Ok");
    assertThat(ask("async.list", 1L)).contains("id=2").doesNotContain("id=1");
    assertThat(ask("async.list", 9L, "call-of-first")).contains("id=1").doesNotContain("id=2");
    assertThat(ask("async.list", 9L, "call-of-nobody")).isEqualTo("[]");
  }

  @Test
  void statsCountWhoWaitsAndWhoWorks() {
    assertThat(ask("async.stats")).startsWith("{waiting=2, max=10, groups=");
  }

  @Test
  void cancelAnswersAndForgets() {
    assertThat(ask("async.cancel", 2L, 480L, "Gone")).isEqualTo("Ok");
    assertThat(log).containsExactly("second 480");
    assertThat(ask("async.cancel", 2L, 480L)).isEqualTo("404 no request waits under 2");
    assertThat(ask("async.cancel", 1L, 200L)).isEqualTo("400 code must be from 300 to 699");
    assertThat(ask("async.extend", 1L, 0L)).isEqualTo("400 seconds must be from 1 to 86400");
    assertThat(ask("async.resume", 2L)).isEqualTo("404 no request waits under 2");
    assertThat(ask("async.resume", 1L)).isEqualTo("Ok");
  }

  private String ask(String command, Object... parameters) {
    List<String> answers = new ArrayList<>();
    RpcCaller caller = reply -> answers.add(text(reply));
    registry.run(registry.find(command).orElseThrow(), Arrays.asList(parameters), caller);
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  private static String text(RpcReply reply) {
    if (reply instanceof RpcReply.Fault fault) {
      return fault.code() + " " + fault.text();
    }
    RpcReply.Result result = (RpcReply.Result) reply;
    List<String> items = result.items().stream().map(AsyncCommandsTest::item).toList();
    return result.listing() ? items.toString() : items.get(items.size() - 1);
  }

  private static String item(Object item) {
    return item instanceof RpcStruct struct
        ? struct.members().stream()
            .map(member -> member.name() + "=" + member.value())
            .collect(Collectors.joining(", ", "{", "}"))
        : String.valueOf(item);
  }
}

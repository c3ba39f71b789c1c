// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.ManualTime;

/** rpc.md §1.7. */
class RpcLimitsTest {
  private final ManualTime time = new ManualTime();
  private final RpcRegistry registry = new RpcRegistry();
  private final List<RpcReply> replies = new ArrayList<>();

  private void ask(RpcCommand command) {
    registry.open(true);
    registry.run(command, List.of(), replies::add);
  }

  @Test
  void aPacedCommandRunsOncePerInterval() {
    registry.limit(new RpcLimits(time, Duration.ofSeconds(2), 0, false));
    RpcCommand paced = RpcCommand.reading("a.b", "", call -> call.add("done")).atIntervals();
    ask(paced);
    time.advance(Duration.ofSeconds(1));
    ask(paced);
    assertThat(replies.get(1)).isEqualTo(new RpcReply.Fault(500, "Command Executed Too Fast"));
    time.advance(Duration.ofSeconds(1));
    ask(paced);
    assertThat(replies.get(2)).isInstanceOf(RpcReply.Result.class);
  }

  @Test
  void otherCommandsRunAsOftenAsTheyAreAsked() {
    registry.limit(new RpcLimits(time, Duration.ofSeconds(2), 0, false));
    RpcCommand command = RpcCommand.reading("a.b", "", call -> call.add("done"));
    ask(command);
    ask(command);
    assertThat(replies).hasSize(2).allMatch(RpcReply.Result.class::isInstance);
  }

  @Test
  void commandsOfOneModuleTakeTurns() throws InterruptedException {
    registry.limit(new RpcLimits(time, Duration.ZERO, 16, true));
    registry.open(true);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    List<String> order = new ArrayList<>(); // guarded by the lock of the module
    RpcCommand slow =
        RpcCommand.reading(
            "a.slow",
            "",
            call -> {
              inside.countDown();
              await(leave);
              order.add("slow");
            });
    RpcCommand quick = RpcCommand.reading("a.quick", "", call -> order.add("quick"));
    Thread first = new Thread(() -> registry.run(slow, List.of(), reply -> {}));
    Thread second = new Thread(() -> registry.run(quick, List.of(), reply -> {}));
    first.start();
    inside.await();
    second.start();
    leave.countDown();
    first.join();
    second.join();
    assertThat(order).containsExactly("slow", "quick");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

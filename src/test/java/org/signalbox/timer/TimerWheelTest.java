// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.ManualTime;

class TimerWheelTest {
  private final ManualTime time = new ManualTime();
  private final TimerWheel wheel = time.wheel();
  private final List<String> log = new ArrayList<>();

  @Test
  void aTimerExpiresAtItsInstantAndOnlyOnce() {
    start("a", 500);
    time.advance(Duration.ofMillis(499));
    assertThat(log).isEmpty();
    time.advance(Duration.ofMillis(1));
    assertThat(log).containsExactly("a@500");
    time.advance(Duration.ofDays(1));
    assertThat(log).containsExactly("a@500");
    assertThat(wheel.waiting()).isZero();
  }

  @Test
  void timersOfAnyLengthExpireInOrderAtTheirInstants() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      time.advance(Duration.ofMillis(random.nextInt(40)));
      long delay = 1 + (long) Math.pow(2, random.nextDouble() * 32);
      long due = time.elapsed().toMillis() + delay;
      wheel.start(TimerNode.running(() -> exactly(due)), Duration.ofMillis(delay));
    }
    time.advance(Duration.ofDays(60));
    assertThat(log).hasSize(2_000).doesNotContain("late");
    assertThat(wheel.waiting()).isZero();
  }

  @Test
  void timersOfOneInstantExpireInTheOrderOfTheirStart() {
    for (int i = 0; i < 1_500; i++) {
      start(String.valueOf(i), 70_000);
    }
    time.advance(Duration.ofMinutes(2));
    assertThat(log).hasSize(1_500).startsWith("0@70000", "1@70000").endsWith("1499@70000");
  }

  @Test
  void aCancelledTimerIsGone() {
    TimerNode node = start("a", 20);
    assertThat(wheel.cancel(node)).isTrue();
    assertThat(wheel.cancel(node)).isFalse();
    time.advance(Duration.ofSeconds(1));
    assertThat(log).isEmpty();
  }

  @Test
  void startingAgainMovesTheTimer() {
    TimerNode node = start("a", 20);
    wheel.start(node, Duration.ofSeconds(3));
    assertThat(wheel.waiting()).isEqualTo(1);
    time.advance(Duration.ofSeconds(5));
    assertThat(log).containsExactly("a@3000");
  }

  @Test
  void aTimerMayStartItselfAndCancelOthersOfItsInstant() {
    TimerNode[] nodes = new TimerNode[2];
    nodes[0] =
        TimerNode.running(
            () -> {
              log.add("first");
              wheel.cancel(nodes[1]);
              if (log.size() < 3) {
                wheel.start(nodes[0], 0);
              }
            });
    nodes[1] = TimerNode.running(() -> log.add("never"));
    wheel.start(nodes[0], Duration.ofMillis(10));
    wheel.start(nodes[1], Duration.ofMillis(10));
    time.advance(Duration.ofMillis(12));
    assertThat(log).containsExactly("first", "first", "first");
  }

  @Test
  void neverEarlyAndLateByLessThanATick() {
    TimerWheel coarse = time.attach(new TimerWheel(time));
    time.advance(Duration.ofNanos(1));
    coarse.start(TimerNode.running(() -> log.add("@" + time.nanos())), Duration.ofMillis(10));
    time.advance(Duration.ofMillis(50));
    assertThat(log).containsExactly("@" + 15_000_000L);
  }

  @Test
  void whatANodeThrowsLeavesTheOthersWaiting() {
    wheel.start(
        TimerNode.running(
            () -> {
              throw new IllegalStateException("broken");
            }),
        0);
    start("b", 0);
    assertThatThrownBy(() -> time.advance(Duration.ofMillis(1))).hasMessage("broken");
    time.advance(Duration.ofMillis(1));
    assertThat(log).containsExactly("b@1");
  }

  @Test
  void theLongestDelayIsNoError() {
    wheel.start(TimerNode.running(() -> log.add("x")), Long.MAX_VALUE);
    assertThat(wheel.nanosUntilNext()).isPositive().isLessThan(Long.MAX_VALUE);
    time.advance(Duration.ofDays(10_000));
    assertThat(log).isEmpty();
    assertThat(wheel.waiting()).isEqualTo(1);
  }

  @Test
  void anEmptyWheelHasNothingToDo() {
    assertThat(wheel.nanosUntilNext()).isEqualTo(Long.MAX_VALUE);
    assertThat(wheel.advance()).isZero();
  }

  private void exactly(long due) {
    log.add(due == time.elapsed().toMillis() ? "ok" : "late");
  }

  private TimerNode start(String name, long millis) {
    TimerNode node = TimerNode.running(() -> log.add(name + "@" + time.elapsed().toMillis()));
    wheel.start(node, Duration.ofMillis(millis));
    return node;
  }
}

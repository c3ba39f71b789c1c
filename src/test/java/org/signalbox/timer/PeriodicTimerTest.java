// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.ManualTime;

class PeriodicTimerTest {
  private final ManualTime time = new ManualTime();
  private final TimerWheel wheel = time.wheel();
  private final PeriodicTimers timers = new PeriodicTimers(wheel, time);
  private final Queue<Runnable> queue = new ArrayDeque<>();
  private final List<Long> turns = new ArrayList<>();

  @Test
  void aSteadyTimerNeverDrifts() {
    timers.register(every(200), Runnable::run, seconds -> turns.add(now()));
    time.advance(Duration.ofSeconds(1));
    assertThat(turns).containsExactly(200L, 400L, 600L, 800L, 1_000L);
  }

  @Test
  void aStalledServerLeavesTurnsOutInsteadOfRunningThemAtOnce() {
    ManualTime stalled = new ManualTime();
    TimerWheel late = new TimerWheel(stalled, Duration.ofMillis(1));
    PeriodicTimer timer =
        new PeriodicTimers(late, stalled)
            .register(every(100), Runnable::run, s -> turns.add(stalled.elapsed().toMillis()));
    stalled.advance(Duration.ofMillis(550));
    late.advance();
    stalled.advance(Duration.ofMillis(50));
    late.advance();
    assertThat(turns).containsExactly(550L, 600L);
    assertThat(timer.missed()).isEqualTo(4);
  }

  @Test
  void aTurnIsLeftOutWhileTheLastOneStillRuns() {
    PeriodicTimer timer = timers.register(every(100), queue::add, seconds -> turns.add(now()));
    time.advance(Duration.ofMillis(250));
    assertThat(queue).hasSize(1);
    queue.remove().run();
    time.advance(Duration.ofMillis(50));
    queue.remove().run();
    assertThat(turns).containsExactly(250L, 300L);
    assertThat(timer.missed()).isEqualTo(1);
  }

  @Test
  void afterEachRunCountsFromTheEndOfTheLastOne() {
    Period period = new Period(Duration.ofMillis(100), Pace.AFTER_EACH_RUN);
    timers.register(period, queue::add, seconds -> turns.add(now()));
    time.advance(Duration.ofMillis(130));
    queue.remove().run();
    time.advance(Duration.ofMillis(99));
    assertThat(queue).isEmpty();
    time.advance(Duration.ofMillis(1));
    queue.remove().run();
    assertThat(turns).containsExactly(130L, 230L);
  }

  @Test
  void aHandlerLearnsTheSecondsAndMayFail() {
    timers.register(
        every(1_000),
        Runnable::run,
        seconds -> {
          turns.add(seconds);
          throw new IllegalStateException("broken on purpose");
        });
    time.advance(Duration.ofSeconds(3));
    assertThat(turns).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aClosedTimerIsGone() {
    timers.register(every(100), Runnable::run, seconds -> turns.add(now())).close();
    time.advance(Duration.ofSeconds(1));
    assertThat(turns).isEmpty();
    assertThat(wheel.waiting()).isZero();
  }

  @Test
  void aDedicatedTimerTurnsOnItsOwnThreadUntilClosed() throws InterruptedException {
    CountDownLatch three = new CountDownLatch(3);
    DedicatedTimer timer =
        new DedicatedTimer(TimeSource.SYSTEM, every(1), seconds -> three.countDown());
    Thread thread = new Thread(timer, "dedicated");
    thread.start();
    three.await();
    timer.close();
    thread.join();
  }

  private long now() {
    return time.elapsed().toMillis();
  }

  private static Period every(long millis) {
    return Period.every(Duration.ofMillis(millis));
  }
}

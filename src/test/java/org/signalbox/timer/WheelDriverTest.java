// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WheelDriverTest {
  private final TimerWheel wheel = new TimerWheel(TimeSource.SYSTEM);
  private final WheelDriver driver = new WheelDriver(wheel);
  private final Thread thread = new Thread(driver, "wheel");

  @BeforeEach
  void start() {
    thread.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    driver.stop();
    thread.join();
  }

  @Test
  void anEarlierTimerWakesTheSleeper() throws InterruptedException {
    CountDownLatch expired = new CountDownLatch(1);
    wheel.start(TimerNode.running(() -> {}), Duration.ofDays(1));
    wheel.start(TimerNode.running(expired::countDown), Duration.ofMillis(20));
    expired.await();
  }

  @Test
  void itSurvivesWhatATimerThrows() throws InterruptedException {
    CountDownLatch expired = new CountDownLatch(1);
    wheel.start(
        TimerNode.running(
            () -> {
              throw new AssertionError("broken on purpose");
            }),
        0);
    wheel.start(TimerNode.running(expired::countDown), Duration.ofMillis(10));
    expired.await();
  }

  @Test
  void anInterruptDoesNotEndIt() throws InterruptedException {
    thread.interrupt();
    CountDownLatch expired = new CountDownLatch(1);
    wheel.start(TimerNode.running(expired::countDown), Duration.ofMillis(10));
    expired.await();
  }

  @Test
  void timersOfManyThreadsAllExpireOrAreCancelled() throws InterruptedException {
    int each = 20_000;
    AtomicInteger gone = new AtomicInteger();
    CountDownLatch all = new CountDownLatch(4 * each);
    Thread[] starters = new Thread[4];
    for (int t = 0; t < starters.length; t++) {
      starters[t] =
          new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  TimerNode node = TimerNode.running(all::countDown);
                  wheel.start(node, Duration.ofMillis(i % 50));
                  if (i % 2 == 0 && wheel.cancel(node)) {
                    gone.incrementAndGet();
                    all.countDown();
                  }
                }
              });
      starters[t].start();
    }
    for (Thread starter : starters) {
      starter.join();
    }
    all.await();
    assertThat(wheel.waiting()).isZero();
    assertThat(gone.get()).isPositive();
  }
}

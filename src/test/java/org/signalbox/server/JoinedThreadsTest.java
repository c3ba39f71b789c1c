// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class JoinedThreadsTest {
  private final JoinedThreads threads = new JoinedThreads(Thread::new);

  @Test
  void waitsForTheThreadsThatItMade() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    Thread worker = threads.newThread(() -> await(open));
    worker.start();
    open.countDown();
    threads.join(Duration.ofMinutes(1));
    assertThat(worker.isAlive()).isFalse();
  }

  @Test
  void interruptsWhatStays() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Thread stuck = threads.newThread(() -> await(never));
    stuck.start();
    threads.join(Duration.ofMillis(1));
    stuck.join();
    assertThat(never.getCount()).isOne();
  }

  @Test
  void aThreadThatWasNeverStartedHoldsNothingUp() throws Exception {
    threads.newThread(() -> {});
    threads.join(Duration.ofMinutes(1));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

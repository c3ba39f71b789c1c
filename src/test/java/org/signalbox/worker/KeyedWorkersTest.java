// SPDX-License-Identifier: Apache-2.0
package org.signalbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.signalbox.timer.TimeSource;

class KeyedWorkersTest {
  private final WorkerGroups groups = new WorkerGroups(Thread::new, TimeSource.SYSTEM);
  private final WorkerGroup group = groups.declare(new WorkerGroupSettings("g", 4, 100_000));

  @AfterEach
  void close() {
    groups.close();
  }

  @Test
  void tasksOfOneKeyKeepTheirOrderAndNeverOverlap() throws InterruptedException {
    KeyedWorkers workers = new KeyedWorkers(() -> group, 100_000);
    int keys = 20;
    int each = 1_000;
    Map<Integer, Integer> last = new ConcurrentHashMap<>();
    AtomicInteger wrong = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(keys * each);
    for (int i = 0; i < each; i++) {
      for (int key = 0; key < keys; key++) {
        int k = key;
        int n = i;
        Handover handover =
            workers.submit(
                key,
                () -> {
                  Integer before = last.put(k, n);
                  if (n != (before == null ? 0 : before + 1)) {
                    wrong.incrementAndGet();
                  }
                  done.countDown();
                });
        assertThat(handover).isEqualTo(Handover.ACCEPTED);
      }
    }
    done.await();
    assertThat(wrong).hasValue(0);
    assertThat(workers.waiting()).isZero();
  }

  @Test
  void aSlowKeyDelaysNoOther() throws InterruptedException {
    KeyedWorkers workers = new KeyedWorkers(() -> group, 10);
    CountDownLatch fast = new CountDownLatch(1);
    CountDownLatch slow = new CountDownLatch(1);
    workers.submit("slow", () -> await(fast));
    workers.submit("slow", slow::countDown);
    workers.submit("fast", fast::countDown);
    slow.await();
  }

  @Test
  void aFailingTaskDoesNotStopItsKey() throws InterruptedException {
    KeyedWorkers workers = new KeyedWorkers(() -> group, 10);
    CountDownLatch next = new CountDownLatch(1);
    workers.submit(
        "key",
        () -> {
          throw new AssertionError("broken on purpose");
        });
    workers.submit("key", next::countDown);
    next.await();
  }

  @Test
  void theBoundHoldsOverAllKeys() throws InterruptedException {
    KeyedWorkers workers = new KeyedWorkers(() -> group, 2);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch busy = new CountDownLatch(1);
    workers.submit(
        "a",
        () -> {
          busy.countDown();
          await(release);
        });
    busy.await();
    assertThat(workers.submit("a", () -> {})).isEqualTo(Handover.ACCEPTED);
    assertThat(workers.submit("a", () -> {})).isEqualTo(Handover.ACCEPTED);
    assertThat(workers.submit("b", () -> {})).isEqualTo(Handover.QUEUE_FULL);
    release.countDown();
  }

  @Test
  void aClosedGroupRefusesEveryKey() {
    KeyedWorkers workers = new KeyedWorkers(() -> group, 10);
    groups.close();
    assertThat(workers.submit("a", () -> {})).isEqualTo(Handover.CLOSED);
    assertThat(workers.submit("a", () -> {})).isEqualTo(Handover.CLOSED);
    assertThat(workers.waiting()).isZero();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

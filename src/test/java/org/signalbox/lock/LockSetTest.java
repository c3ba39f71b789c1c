// SPDX-License-Identifier: Apache-2.0
package org.signalbox.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LockSetTest {
  private final LockSet set = new LockSet(16);

  @Test
  void aTakenLockIsRefusedToEveryoneIncludingItsTaker() {
    SimpleLock lock = set.at(3);
    assertThat(lock.tryLock()).isTrue();
    assertThat(lock.tryLock()).isFalse();
    assertThat(lock.lock(Duration.ZERO)).isFalse();
    assertThat(set.at(4).tryLock()).isTrue();
    assertThat(lock.release()).isTrue();
    assertThat(lock.tryLock()).isTrue();
  }

  @Test
  void releasingAFreeLockChangesNothing() {
    assertThat(set.at(0).release()).isFalse();
    assertThat(set.at(0).tryLock()).isTrue();
  }

  @Test
  void anotherThreadMayReleaseAndTheWaiterGoesOn() throws InterruptedException {
    SimpleLock lock = set.of("key");
    assertThat(lock.tryLock()).isTrue();
    CountDownLatch taken = new CountDownLatch(1);
    Thread waiter =
        new Thread(
            () -> {
              if (lock.lock(Duration.ofMinutes(1))) {
                taken.countDown();
              }
            });
    waiter.start();
    while (lock.waiting() == 0) {
      Thread.onSpinWait();
    }
    lock.release();
    taken.await();
    waiter.join();
    assertThat(lock.taken()).isTrue();
  }

  @Test
  void anInterruptEndsTheWait() throws InterruptedException {
    SimpleLock lock = set.at(1);
    assertThat(lock.tryLock()).isTrue();
    Thread.currentThread().interrupt();
    assertThat(lock.lock(Duration.ofMinutes(1))).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aKeyKeepsItsLockAndKeysSpread() {
    assertThat(set.of("a")).isSameAs(set.of("a"));
    Set<Integer> used = new TreeSet<>();
    for (int i = 0; i < 200; i++) {
      used.add(set.indexOf("sip:gw" + i + "@example.com"));
    }
    assertThat(used).hasSize(16);
  }

  @Test
  void aSetHasBounds() {
    assertThatThrownBy(() -> new LockSet(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LockSet(LockSet.MAX_SIZE + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

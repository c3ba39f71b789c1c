// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.cfgutils;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.script.run.Frame;
import org.signalbox.testkit.BareFrame;

class KeyLocksTest {
  private final List<String> faults = new ArrayList<>();
  private final Frame one = BareFrame.telling(faults::add);
  private final Frame other = BareFrame.telling(faults::add);
  private final KeyLocks locks = new KeyLocks();

  @BeforeEach
  void begin() {
    locks.begin(4, Duration.ofMinutes(1));
  }

  @Test
  void whoeverWaitsGetsTheLockWhenItIsFreed() {
    locks.lock(one, "k");
    CompletableFuture<Integer> waiting =
        CompletableFuture.supplyAsync(() -> locks.lock(other, "k"));
    assertThat(locks.tryLock(one, "another")).isEqualTo(1);
    assertThat(waiting).isNotDone();
    locks.unlock(one, "k");
    assertThat(waiting.join()).isEqualTo(1);
    assertThat(locks.tryLock(one, "k")).isEqualTo(-1);
  }

  @Test
  void whatOneMessageLocksAnotherMayUnlock() {
    locks.lock(one, "k");
    assertThat(locks.unlock(other, "k")).isEqualTo(1);
    assertThat(locks.unlock(other, "k")).isEqualTo(1);
    assertThat(locks.tryLock(one, "k")).isEqualTo(1);
  }

  @Test
  void aKeyThatNobodyHasTakesNoRoom() {
    IntStream.range(0, 1000).forEach(i -> locks.lock(one, "k" + i));
    assertThat(locks.inUse()).isEqualTo(1000);
    assertThat(locks.tryLock(other, "k1")).isEqualTo(-1);
    IntStream.range(0, 1000).forEach(i -> locks.unlock(one, "k" + i));
    assertThat(locks.inUse()).isZero();
    assertThat(faults).isEmpty();
  }

  @Test
  void whoeverWaitedInVainHearsWhoHasTheLock() {
    locks.begin(4, Duration.ofMillis(1));
    locks.lock(one, "k");
    assertThat(locks.lock(other, "k")).isEqualTo(-1);
    assertThat(faults).containsExactly("waited in vain for a lock that was taken at none.cfg:1:1");
  }
}

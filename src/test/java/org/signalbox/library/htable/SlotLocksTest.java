// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.signalbox.script.run.Frame;
import org.signalbox.testkit.BareFrame;

class SlotLocksTest {
  private final Frame one = BareFrame.telling(fault -> {});
  private final Frame other = BareFrame.telling(fault -> {});
  private final SlotLocks locks = new SlotLocks(2);

  @Test
  void theRunThatHasALockMayTakeItAgain() {
    assertThat(locks.lock(one, 0)).isTrue();
    assertThat(locks.lock(one, 0)).isTrue();
    locks.unlock(one, 0);
    CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> locks.lock(other, 0));
    assertThat(locks.lock(other, 1)).isTrue();
    assertThat(waiting).isNotDone();
    locks.unlock(one, 0);
    assertThat(waiting.join()).isTrue();
  }

  @Test
  void aRunThatComesLaterMayFreeWhatAnEarlierOneHasTaken() {
    locks.lock(one, 0);
    locks.unlock(other, 0);
    assertThat(locks.lock(other, 0)).isTrue();
  }
}

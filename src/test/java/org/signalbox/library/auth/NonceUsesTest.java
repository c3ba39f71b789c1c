// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is remembered of used nonces, and what nobody can say any more. */
class NonceUsesTest {
  private static final long START = 1_000_000;
  private static final int EXPIRE = 60;

  private final NonceUses uses = new NonceUses(3, EXPIRE, Instant.ofEpochSecond(START));

  @Test
  void aCountIsGoodOnceAndMustGrow() {
    assertThat(use(0, 1)).isTrue();
    assertThat(use(0, 1)).isFalse();
    assertThat(use(0, 3)).isTrue();
    assertThat(use(0, 2)).isFalse();
  }

  @Test
  void whatWasForgottenIsNotGoodAgain() {
    for (int second = 0; second < 5; second++) {
      assertThat(use(second, 1)).isTrue();
    }
    assertThat(uses.size()).isEqualTo(3);
    assertThat(use(0, 1)).isFalse();
    assertThat(use(1, 9)).isFalse();
    assertThat(uses.forgotten(nonce(1))).isTrue();
    assertThat(use(2, 1)).isFalse();
    assertThat(use(2, 2)).isTrue();
  }

  /** They may have been used then: with a secret of the file they are still ours. */
  @Test
  void thoseFromBeforeTheStartAreForgotten() {
    assertThat(use(-1, 1)).isFalse();
    assertThat(use(0, 1)).isTrue();
  }

  @Test
  void whatHasExpiredTakesNoRoom() {
    use(0, 1);
    use(1, 1);
    assertThat(uses.use(nonce(EXPIRE), 1, Instant.ofEpochSecond(START + EXPIRE))).isTrue();
    assertThat(uses.size()).isEqualTo(2);
  }

  private boolean use(int second, long count) {
    return uses.use(nonce(second), count, Instant.ofEpochSecond(START + 5));
  }

  private static long nonce(int second) {
    return ((START + second) << (Integer.SIZE - 1)) | 7;
  }
}

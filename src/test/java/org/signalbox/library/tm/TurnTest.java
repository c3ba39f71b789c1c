// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnTest {
  private final Turn turn = new Turn();
  private final List<String> done = new ArrayList<>();

  @Test
  void whatComesWhileSomebodyHasTheTurnIsDoneInOrderWhenItEnds() {
    turn.run(() -> done.add("first"));
    turn.run(() -> done.add("second"));
    assertThat(done).isEmpty();
    turn.release();
    assertThat(done).containsExactly("first", "second");
  }

  @Test
  void workThatFailsLeavesTheTurnToWhatFollows() {
    turn.release();
    assertThatThrownBy(() -> turn.run(() -> fail("at once")))
        .isInstanceOf(IllegalStateException.class);
    turn.run(() -> done.add("next"));
    assertThat(done).containsExactly("next");
  }

  @Test
  void aFailureOfWorkThatWaitedKeepsNothingBehindItWaiting() {
    turn.run(() -> fail("later"));
    turn.run(
        () -> {
          throw new StackOverflowError("of a script");
        });
    turn.run(() -> done.add("next"));
    turn.release();
    turn.run(() -> done.add("last"));
    assertThat(done).containsExactly("next", "last");
  }

  private static void fail(String when) {
    throw new IllegalStateException("fails " + when);
  }
}

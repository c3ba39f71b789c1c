// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.FakeKeepalive;

class DestinationWalkTest {
  private final FakeKeepalive keepalive = new FakeKeepalive();

  @Test
  void allAreMetOnceInOrder() {
    add(1, 2, 3, 4, 5);
    assertThat(new DestinationWalk(keepalive, 0, 2))
        .toIterable()
        .extracting(destination -> destination.id())
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void itBeginsBehindTheGivenOneEvenIfThatIsGone() {
    add(1, 3);
    assertThat(new DestinationWalk(keepalive, 2, 10).next().id()).isEqualTo(3);
  }

  @Test
  void whatIsAddedOnTheWayIsMetToo() {
    add(1);
    DestinationWalk walk = new DestinationWalk(keepalive, 0, 1);
    walk.next();
    add(2);
    assertThat(walk.next().id()).isEqualTo(2);
  }

  @Test
  void whatIsRemovedAheadIsNotMet() {
    add(1, 2, 3);
    DestinationWalk walk = new DestinationWalk(keepalive, 0, 1);
    walk.next();
    keepalive.remove(2);
    assertThat(walk.next().id()).isEqualTo(3);
  }

  @Test
  void behindTheLastThereIsNothing() {
    DestinationWalk walk = new DestinationWalk(keepalive, 0, 1);
    assertThat(walk.hasNext()).isFalse();
    assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
  }

  private void add(long... ids) {
    for (long id : ids) {
      keepalive.with(Watched.fresh(id, "sip:" + id, "o"));
    }
  }
}

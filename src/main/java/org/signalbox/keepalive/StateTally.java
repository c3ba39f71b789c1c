// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Counts destinations by state as they come, change and go, so that nobody has to walk the table.
 * Whoever moves a destination holds its monitor; the sum is right once all monitors are free.
 */
final class StateTally {
  private final AtomicIntegerArray counts =
      new AtomicIntegerArray(DestinationState.values().length);

  void enter(DestinationState state) {
    counts.incrementAndGet(state.number());
  }

  void leave(DestinationState state) {
    counts.decrementAndGet(state.number());
  }

  StateCounts counts() {
    return new StateCounts(
        counts.get(DestinationState.UNKNOWN.number()),
        counts.get(DestinationState.UP.number()),
        counts.get(DestinationState.DOWN.number()));
  }
}

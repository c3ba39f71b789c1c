// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts destinations by state, all together and in each group. Whoever moves a destination holds
 * its monitor. Thread-safe.
 */
final class Tallies {
  private final StateTally all = new StateTally();
  private final Map<String, StateTally> groups = new ConcurrentHashMap<>();

  void enter(WatchedDestination destination) {
    DestinationState state = destination.state();
    all.enter(state);
    String group = destination.settings().group();
    if (!group.isEmpty()) {
      groups.compute(
          group,
          (name, there) -> {
            StateTally tally = there == null ? new StateTally() : there;
            tally.enter(state);
            return tally;
          });
    }
  }

  void leave(WatchedDestination destination, DestinationState state) {
    all.leave(state);
    groups.computeIfPresent(
        destination.settings().group(),
        (name, tally) -> {
          tally.leave(state);
          return tally.counts().total() == 0 ? null : tally;
        });
  }

  StateCounts counts() {
    return all.counts();
  }

  Map<String, StateCounts> byGroup() {
    Map<String, StateCounts> counts = new TreeMap<>();
    groups.forEach((name, tally) -> counts.put(name, tally.counts()));
    return counts;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest changes of state of one destination. Guarded by the destination. */
final class ChangeHistory {
  static final int MOST = 16;

  private @Nullable StateChange[] changes = new StateChange[1];
  private int count;

  void add(StateChange change) {
    if (count == MOST) {
      System.arraycopy(changes, 1, changes, 0, MOST - 1);
      count--;
    } else if (count == changes.length) {
      changes = Arrays.copyOf(changes, 2 * count);
    }
    changes[count++] = change;
  }

  /** How many happened after an instant. */
  int after(Instant instant) {
    int found = 0;
    for (StateChange change : toList()) {
      found += change.at().isAfter(instant) ? 1 : 0;
    }
    return found;
  }

  /** Oldest first. */
  List<StateChange> toList() {
    List<StateChange> all = new ArrayList<>(count);
    for (StateChange change : changes) {
      if (change != null) {
        all.add(change);
      }
    }
    return all;
  }
}

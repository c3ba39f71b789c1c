// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.RuntimeGroup;

/** Changes that wait until somebody commits them, all at once, or drops them. Thread-safe. */
final class PendingChanges {
  private record Place(RuntimeGroup group, int instance, String name) {}

  /**
   * One of them.
   *
   * @param value null to take the instance's own value away
   */
  record Change(RuntimeGroup group, int instance, String name, @Nullable Object value) {
    private void apply() {
      if (value == null) {
        group.unset(instance, name);
      } else {
        group.change(instance, name, value);
      }
    }

    /** What it will be. */
    @Nullable Object next() {
      return value != null ? value : group.value(RuntimeGroup.ITSELF, name);
    }
  }

  /** Guarded by this. */
  private final Map<Place, Change> waiting = new LinkedHashMap<>();

  /** Adds one; it takes the place of an earlier one of the same value. */
  synchronized void add(Change change) {
    Place place = new Place(change.group(), change.instance(), change.name());
    waiting.remove(place);
    waiting.put(place, change);
  }

  synchronized List<Change> all() {
    return new ArrayList<>(waiting.values());
  }

  synchronized void commit() {
    waiting.values().forEach(Change::apply);
    waiting.clear();
  }

  synchronized void drop() {
    waiting.clear();
  }
}

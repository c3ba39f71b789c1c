// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The attributes of a session and who hears of their changes. Thread-safe. */
final class SessionAttributes {
  private final Map<String, Object> values = new ConcurrentHashMap<>(4);
  private final Watcher watcher;

  SessionAttributes(Watcher watcher) {
    this.watcher = watcher;
  }

  /** Hears of each change, outside every lock. */
  @FunctionalInterface
  interface Watcher {
    void changed(String name, @Nullable Object before, @Nullable Object after);
  }

  @Nullable Object get(String name) {
    return values.get(Objects.requireNonNull(name, "name"));
  }

  void set(String name, Object value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "attribute");
    watcher.changed(name, values.put(name, value), value);
  }

  void remove(String name) {
    @Nullable Object before = values.remove(Objects.requireNonNull(name, "name"));
    if (before != null) {
      watcher.changed(name, before, null);
    }
  }

  Set<String> names() {
    return Set.copyOf(values.keySet());
  }

  void clear() {
    names().forEach(this::remove);
  }
}

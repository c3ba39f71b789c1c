// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.UserGlobal;
import org.signalbox.script.run.Variable;

/**
 * The values that a file defines for itself, {@code group.name = value}, as they are now. A request
 * may look at an instance of a group instead: {@code group[1].name}. Thread-safe.
 */
final class UserGlobals {
  private final Map<String, String> values = new ConcurrentHashMap<>();

  /** One line of the file; the first one counts. */
  void declare(UserGlobal global) {
    values.putIfAbsent(global.key(), global.value());
  }

  /** Whether anything is defined in an instance of a group. */
  boolean has(String group, long instance) {
    String prefix = instance(group, instance) + ".";
    return values.keySet().stream().anyMatch(key -> key.startsWith(prefix));
  }

  /** Reads {@code group.name}; null when the file has no such value. */
  @Nullable Variable variable(String key) {
    int dot = key.indexOf('.');
    if (dot < 0 || !values.containsKey(key)) {
      return null;
    }
    String group = key.substring(0, dot);
    String rest = key.substring(dot);
    return (frame, into) -> {
      Long selected = SelectedGroups.of(frame).instance(group);
      String own = selected == null ? null : values.get(instance(group, selected) + rest);
      into.set(own == null ? values.get(key) : own);
    };
  }

  private static String instance(String group, long instance) {
    return group + "[" + instance + "]";
  }
}

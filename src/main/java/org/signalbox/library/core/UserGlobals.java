// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.RuntimeGroup;
import org.signalbox.script.plan.UserGlobal;
import org.signalbox.script.run.Variable;

/**
 * The values that a file defines for itself, {@code group.name = value}, as they are now. A request
 * may look at an instance of a group instead: {@code group[1].name}. Filled while the file is read;
 * after that thread-safe.
 */
public final class UserGlobals {
  private final Map<String, UserGroup> groups = new LinkedHashMap<>();
  private final List<UserGlobal> declared = new ArrayList<>();

  UserGlobals() {}

  /** One line of the file; the first one counts. */
  void declare(UserGlobal global) {
    groups.computeIfAbsent(global.group(), UserGroup::new).declare(global);
    declared.add(global);
  }

  /** The lines of the file, in order. */
  public List<UserGlobal> declared() {
    return Collections.unmodifiableList(declared);
  }

  Collection<UserGroup> groups() {
    return Collections.unmodifiableCollection(groups.values());
  }

  /** Whether a group has an instance. */
  boolean has(String group, long instance) {
    UserGroup found = groups.get(group);
    return found != null && instance >= 0 && found.has((int) instance);
  }

  /** Reads {@code group.name}; null when the file has no such value. */
  @Nullable Variable variable(String key) {
    int dot = key.indexOf('.');
    UserGroup group = dot < 0 ? null : groups.get(key.substring(0, dot));
    String name = key.substring(dot + 1);
    if (group == null || group.text(RuntimeGroup.ITSELF, name) == null) {
      return null;
    }
    return (frame, into) -> {
      Long selected = SelectedGroups.of(frame).instance(group.name());
      into.set(group.text(selected == null ? RuntimeGroup.ITSELF : selected.intValue(), name));
    };
  }
}

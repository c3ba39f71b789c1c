// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.RuntimeGroup;
import org.signalbox.script.plan.UserGlobal;

/**
 * A group of values that a file defines for itself: what the file says, and what they are now.
 * Filled while the file is read; after that thread-safe.
 */
final class UserGroup implements RuntimeGroup {
  private final String name;

  /** The lines of the file, each instance's by name. */
  private final Map<Integer, Map<String, UserGlobal>> declared = new LinkedHashMap<>();

  private final Map<Integer, Map<String, String>> now = new ConcurrentHashMap<>();

  UserGroup(String name) {
    this.name = name;
  }

  /** One line of the file; the first one counts. */
  void declare(UserGlobal global) {
    int instance = global.instance();
    declared
        .computeIfAbsent(instance, none -> new LinkedHashMap<>())
        .putIfAbsent(global.name(), global);
    own(instance).putIfAbsent(global.name(), global.value());
  }

  private Map<String, String> own(int instance) {
    return now.computeIfAbsent(instance, none -> new ConcurrentHashMap<>());
  }

  private Map<String, UserGlobal> lines(int instance) {
    return declared.getOrDefault(instance, Map.of());
  }

  boolean has(int instance) {
    return now.containsKey(instance);
  }

  /** As the script reads it; null when there is no such value. */
  @Nullable String text(int instance, String value) {
    Map<String, String> group = now.get(ITSELF);
    Map<String, String> own = now.get(instance);
    String found = own == null ? null : own.get(value);
    return found != null || group == null ? found : group.get(value);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> names() {
    return List.copyOf(lines(ITSELF).keySet());
  }

  private @Nullable UserGlobal line(String value) {
    return lines(ITSELF).get(value);
  }

  @Override
  public boolean number(String value) {
    UserGlobal line = line(value);
    return line != null && line.number();
  }

  @Override
  public String description(String value) {
    UserGlobal line = line(value);
    return line == null ? "" : line.description();
  }

  @Override
  public @Nullable Object value(int instance, String value) {
    String text = has(instance) ? text(instance, value) : null;
    return text != null && number(value) ? (Object) Long.valueOf(text) : text;
  }

  @Override
  public boolean takes(int instance, String value, Object wanted) {
    return has(instance) && line(value) != null;
  }

  @Override
  public boolean change(int instance, String value, Object wanted) {
    boolean taken = takes(instance, value, wanted);
    if (taken) {
      own(instance).put(value, wanted.toString());
    }
    return taken;
  }

  @Override
  public boolean add(int instance) {
    return now.putIfAbsent(instance, new ConcurrentHashMap<>()) == null;
  }

  @Override
  public boolean remove(int instance) {
    return now.remove(instance) != null;
  }

  @Override
  public boolean unset(int instance, String value) {
    Map<String, String> own = now.get(instance);
    if (own == null || line(value) == null) {
      return false;
    }
    own.remove(value);
    return true;
  }

  @Override
  public void reset(int instance) {
    Map<String, String> own = now.get(instance);
    if (own != null) {
      own.keySet().retainAll(lines(instance).keySet());
      lines(instance).forEach((value, line) -> own.put(value, line.value()));
    }
  }
}

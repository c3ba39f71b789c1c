// SPDX-License-Identifier: Apache-2.0
package org.signalbox.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;

/**
 * Every statistic of the server by group and name. Thread-safe; reading and counting take no lock.
 *
 * <p>Groups and names are listed bytewise: digits, upper case, lower case.
 */
public final class Statistics {
  /** How many statistics there may be. */
  public static final int MAX_SIZE = 32_767;

  private final Map<String, Map<String, Statistic>> groups = new ConcurrentSkipListMap<>();

  /** By bare name, the latest registered; an index over {@link #groups}, written under the lock. */
  private final Map<String, Statistic> bareNames = new ConcurrentHashMap<>();

  /** Guarded by this. */
  private int size;

  /** Registers a new counter. */
  public Counter counter(String group, String name, String description) {
    return register(new Counter(group, name, description));
  }

  /** Registers a new gauge that reads its value from {@code source}. */
  public Gauge gauge(String group, String name, String description, LongSupplier source) {
    return register(new Gauge(group, name, description, source));
  }

  /**
   * Registers a statistic; its group comes into being with it.
   *
   * @throws StatisticException when the name is taken in its group, group or name is empty, or
   *     there are {@link #MAX_SIZE} already
   */
  public synchronized <S extends Statistic> S register(S statistic) {
    if (statistic.group().isEmpty() || statistic.name().isEmpty()) {
      throw new StatisticException("A statistic needs a group and a name.");
    }
    if (size == MAX_SIZE) {
      throw new StatisticException("There are " + MAX_SIZE + " statistics already.");
    }
    Map<String, Statistic> group =
        groups.computeIfAbsent(statistic.group(), g -> new ConcurrentSkipListMap<>());
    if (group.putIfAbsent(statistic.name(), statistic) != null) {
      throw new StatisticException(
          "The statistic " + statistic.qualifiedName() + " is registered already.");
    }
    bareNames.put(statistic.name(), statistic);
    size++;
    return statistic;
  }

  /** Forgets a statistic, for a module that stops; false when it was not registered. */
  public synchronized boolean remove(Statistic statistic) {
    Map<String, Statistic> group = groups.get(statistic.group());
    if (group == null || !group.remove(statistic.name(), statistic)) {
      return false;
    }
    if (group.isEmpty()) {
      groups.remove(statistic.group());
    }
    if (bareNames.remove(statistic.name(), statistic)) {
      groups.values().stream()
          .map(names -> names.get(statistic.name()))
          .filter(left -> left != null)
          .forEach(left -> bareNames.put(left.name(), left));
    }
    size--;
    return true;
  }

  /** The statistic of this group and name. */
  public Optional<Statistic> find(String group, String name) {
    Map<String, Statistic> names = groups.get(group);
    return names == null ? Optional.empty() : Optional.ofNullable(names.get(name));
  }

  /**
   * The statistic that a selector means: {@code name} (of several, the latest registered), {@code
   * group.name} or {@code group:name}.
   */
  public Optional<Statistic> find(String selector) {
    Statistic bare = bareNames.get(selector);
    if (bare != null) {
      return Optional.of(bare);
    }
    for (int i = 1; i < selector.length(); i++) {
      char c = selector.charAt(i);
      if (c == '.' || c == ':') {
        return find(selector.substring(0, i), selector.substring(i + 1));
      }
    }
    return Optional.empty();
  }

  /** The names of all groups in order. */
  public List<String> groups() {
    return List.copyOf(groups.keySet());
  }

  /** The statistics of a group in order; empty when there is no such group. */
  public List<Statistic> group(String group) {
    Map<String, Statistic> names = groups.get(group);
    return names == null ? List.of() : List.copyOf(names.values());
  }

  /** All statistics, by group and name. */
  public List<Statistic> all() {
    List<Statistic> all = new ArrayList<>();
    groups.values().forEach(names -> all.addAll(names.values()));
    return all;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The values of the global parameters: what the file says, else the default. Immutable. */
public final class CoreParameters {
  /** A file that sets none. */
  public static final CoreParameters DEFAULTS = new CoreParameters(Map.of());

  /** Those that are compiled into the routes, and change with them. */
  private static final Set<CoreParameter> OF_ROUTES =
      Set.of(
          CoreParameter.MAX_RECURSIVE_LEVEL,
          CoreParameter.MAX_WHILE_LOOPS,
          CoreParameter.RETURN_MODE);

  private final Map<CoreParameter, List<Object>> given;

  private CoreParameters(Map<CoreParameter, List<Object>> given) {
    this.given = given;
  }

  /** A number, in Kamailio's unit. */
  public long number(CoreParameter parameter) {
    return (Long) value(parameter);
  }

  /** A number that fits its use; larger values become the largest int. */
  public int integer(CoreParameter parameter) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number(parameter)));
  }

  /** A switch, or a number taken as one. */
  public boolean on(CoreParameter parameter) {
    return number(parameter) != 0;
  }

  /** A text; empty where the file gives none and there is no default. */
  public String text(CoreParameter parameter) {
    return (String) value(parameter);
  }

  /** Every text given for a parameter that adds up, in the order of the file. */
  public List<String> texts(CoreParameter parameter) {
    return given.getOrDefault(parameter, List.of()).stream().map(String.class::cast).toList();
  }

  /** A number of seconds. */
  public Duration seconds(CoreParameter parameter) {
    return Duration.ofSeconds(number(parameter));
  }

  /** Whether the file sets it. */
  public boolean given(CoreParameter parameter) {
    return given.containsKey(parameter);
  }

  /**
   * Those that act at a start only and to which others give other values, by their first names in
   * the order of the table.
   */
  List<String> changed(CoreParameters others) {
    return Arrays.stream(CoreParameter.values())
        .filter(each -> each.treatment() != CoreParameter.Treatment.IGNORED)
        .filter(each -> !OF_ROUTES.contains(each))
        .filter(each -> !Objects.equals(given.get(each), others.given.get(each)))
        .map(each -> each.names().get(0))
        .toList();
  }

  private Object value(CoreParameter parameter) {
    List<Object> values = given.get(parameter);
    return values == null ? parameter.initial() : values.get(values.size() - 1);
  }

  /** These values with one more line of a file; the value is a Long or a String. */
  public CoreParameters with(CoreParameter parameter, Object value) {
    Map<CoreParameter, List<Object>> more = new EnumMap<>(CoreParameter.class);
    more.putAll(given);
    List<Object> values = new ArrayList<>(given.getOrDefault(parameter, List.of()));
    values.add(value);
    more.put(parameter, List.copyOf(values));
    return new CoreParameters(more);
  }
}

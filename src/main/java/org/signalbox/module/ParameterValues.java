// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of one module's parameters once the file is read. Immutable. */
public final class ParameterValues {
  /** Every parameter at its default: for a module that runs without a file, and for tests. */
  public static final ParameterValues DEFAULTS = new ParameterValues(Map.of());

  private final Map<Parameter<?>, Object> values;

  private ParameterValues(Map<Parameter<?>, Object> values) {
    this.values = values;
  }

  /**
   * Reads what a file gives.
   *
   * @param given for each mentioned parameter its values in the order of the file, Long or String
   *     as its type says
   */
  public static ParameterValues of(Map<Parameter<?>, List<Object>> given) {
    Map<Parameter<?>, Object> values = new HashMap<>();
    given.forEach((parameter, list) -> values.put(parameter, parameter.read(list)));
    return new ParameterValues(values);
  }

  /** The value that the file gives, or the default. */
  @SuppressWarnings("unchecked") // of() stores under a Parameter<T> nothing but a T
  public <T> T value(Parameter<T> parameter) {
    Object value = values.get(parameter);
    return value == null ? parameter.initial() : (T) value;
  }

  /** Whether the file mentions the parameter. */
  public boolean given(Parameter<?> parameter) {
    return values.containsKey(parameter);
  }
}

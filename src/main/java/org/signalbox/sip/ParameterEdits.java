// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/** Texts of parameter lists with one parameter set or removed. */
final class ParameterEdits {

  private ParameterEdits() {}

  /**
   * The list with {@code text} in place of the first parameter of this name, or at its end.
   *
   * @param text {@code name} or {@code name=value}
   */
  static String set(Parameters parameters, String name, String text) {
    StringBuilder list = new StringBuilder();
    boolean done = false;
    for (Parameter parameter : parameters) {
      if (!parameter.name().equalsIgnoreCase(name)) {
        append(list, parameter);
      } else if (!done) {
        list.append(';').append(text);
        done = true;
      }
    }
    return done ? list.toString() : list.append(';').append(text).toString();
  }

  static String remove(Parameters parameters, String name) {
    StringBuilder list = new StringBuilder();
    for (Parameter parameter : parameters) {
      if (!parameter.name().equalsIgnoreCase(name)) {
        append(list, parameter);
      }
    }
    return list.toString();
  }

  private static void append(StringBuilder list, Parameter parameter) {
    list.append(';').append(parameter.name());
    if (parameter.value() != null) {
      list.append('=').append(parameter.value());
    }
  }
}

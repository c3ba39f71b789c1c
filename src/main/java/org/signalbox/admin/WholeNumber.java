// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

/**
 * A number in a query, kept as text until somebody can name the parameter that has it wrong; JAX-RS
 * would answer 404.
 */
public record WholeNumber(String text) {

  /** How JAX-RS makes one. */
  public static WholeNumber valueOf(String text) {
    return new WholeNumber(text);
  }

  long value(String parameter) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException notOne) {
      throw ProblemException.badField(parameter, "It must be a whole number.");
    }
  }

  int intValue(String parameter) {
    return Math.toIntExact(
        Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value(parameter))));
  }
}

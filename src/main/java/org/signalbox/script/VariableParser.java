// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

/**
 * Reads a variable out of a text while a file is loaded. {@code variable} does it; transformations
 * and texts ask for it, because a variable may stand inside them.
 */
@FunctionalInterface
public interface VariableParser {

  /**
   * Reads one variable: {@code $name}, {@code $name(inner)} or {@code $(...)} with all its
   * transformations.
   *
   * @param text the whole text
   * @param start the place of the dollar sign
   * @throws NotationException when no such variable is known or it is malformed
   */
  Found parse(String text, int start) throws NotationException;

  /**
   * A variable that was read.
   *
   * @param operand gives its value
   * @param end the offset behind its last character
   */
  record Found(Operand operand, int end) {}
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.List;
import java.util.stream.Collectors;

/** Says that {@code sip.xml} cannot be used, with every mistake found in it. */
public final class SipXmlException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Mistake> mistakes;

  SipXmlException(String file, List<Mistake> mistakes) {
    super(
        mistakes.stream()
            .map(mistake -> file + ":" + mistake.line() + ": " + mistake.sentence())
            .collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  /** The mistakes in the order of the file. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  /**
   * One mistake.
   *
   * @param line from 1; 0 when the file could not be read at all
   * @param sentence what is wrong and what to do
   */
  public record Mistake(int line, String sentence) {}
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

/**
 * The bounds within which scripts run (script.md §4.3, §6.2).
 *
 * @param loops iterations of one {@code while}; 0 for any number
 * @param depth nested blocks
 * @param anyNonZeroHolds whether negative numbers hold too ({@code return_mode=1})
 */
public record Limits(int loops, int depth, boolean anyNonZeroHolds) {
  /** Bytes of the longest text that can be assigned; more than messages have. */
  static final int LONGEST_TEXT = 1 << 20;

  /** Kamailio's defaults. */
  public static final Limits DEFAULTS = new Limits(100, 256, false);

  /** Whether a number selects the body of {@code if} and {@code while}. */
  boolean holds(long number) {
    return anyNonZeroHolds ? number != 0 : number > 0;
  }

  /** A code as the value of an expression. */
  long truth(long code) {
    return anyNonZeroHolds ? code : code > 0 ? 1 : 0;
  }
}

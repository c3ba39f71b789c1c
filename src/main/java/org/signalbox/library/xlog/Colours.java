// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.xlog;

import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.plan.VariableFamily;
import org.signalbox.script.run.Variable;
import org.signalbox.script.variable.VariableTable;

/** {@code $C(xy)}: the sequence that colours a terminal (variables.md §12). */
final class Colours {
  /** In the order of the codes of ECMA-48, from 30 and 40; x is the terminal's own, 39 and 49. */
  private static final String LETTERS = "srgybpcw?x";

  private Colours() {}

  static VariableFamily family() {
    return VariableTable.builder().inner("C", Colours::sequence).build();
  }

  /** Foreground and background, a letter each; a capital foreground is bold. */
  private static Variable sequence(String colours) {
    char first = colours.charAt(0);
    boolean bold = first >= 'A' && first <= 'Z';
    int foreground = LETTERS.indexOf(Character.toLowerCase(first));
    int background = colours.length() == 2 ? LETTERS.indexOf(colours.charAt(1)) : -1;
    if (foreground < 0 || background < 0 || colours.indexOf('?') >= 0) {
      throw new Unresolvable("$C(" + colours + "): two letters of x s r g y b p c w are needed");
    }
    String sequence = "\u001b[%d;3%d;4%dm".formatted(bold ? 1 : 0, foreground, background);
    return (frame, into) -> into.set(sequence);
  }
}

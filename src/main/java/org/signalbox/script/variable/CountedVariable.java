// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Variable;

/** A variable that may have many values: {@code $cnt} counts them. */
public interface CountedVariable extends Variable {

  /** How many there are. */
  int count(Frame frame);
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.signalbox.script.Frame;
import org.signalbox.script.Value;

/** Makes another value of a value. Immutable and shared by all that run the script. */
@FunctionalInterface
public interface Transformation {

  /**
   * Applies it.
   *
   * @param input the value so far; {@link Value#NULL} at most, never failed
   * @param frame the run it belongs to, which is told why it failed
   * @return the result, {@link Value#FAILED} where there is none; never throws
   */
  Value apply(Value input, Frame frame);
}

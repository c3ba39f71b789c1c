// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

/** One call of a function, its arguments prepared. Immutable and shared. */
@FunctionalInterface
public interface FunctionCall {

  /**
   * Runs it.
   *
   * @return greater than 0 true, less than 0 false, 0 ends the script
   */
  int run(Frame frame);
}

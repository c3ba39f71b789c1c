// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

/** One compiled statement. Immutable and shared. */
public interface Step {

  /** Runs it; answers its value (script.md §6.1). Never throws {@link Fault}. */
  long run(Frame frame);
}

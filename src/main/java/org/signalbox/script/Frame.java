// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

/**
 * One run of a script, as variables and transformations see it: what they need to know of the
 * message they look up themselves in the frame that {@code run} makes. For one thread.
 */
public interface Frame {

  /**
   * Tells the operator that an evaluation failed.
   *
   * @param cause a sentence; the frame adds the place in the script, and limits a flood
   */
  void error(String cause);

  /** Tells the operator of something odd that does no harm; as {@link #error}. */
  void warning(String cause);

  /** Tells the cause of a failure and gives the failed value. */
  default Value fail(String cause) {
    error(cause);
    return Value.FAILED;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import org.jspecify.annotations.Nullable;

/**
 * One variable as a script means it: name, inner name and index are resolved. Immutable and shared.
 */
public interface Variable {

  /**
   * Reads it. Whatever it reads on the way it reads before it sets the cell, because the cell may
   * be shared.
   */
  void read(Frame frame, Cell into);

  /** One that scripts may assign. */
  interface Writable extends Variable {

    /**
     * Assigns it; null has the meaning that the variable gives it (variables.md). The cell may be
     * the frame's own: take what it holds before anything else is read.
     *
     * @return false when it stays as it was
     */
    boolean write(Frame frame, Cell value);

    /** Assigns a text; false when it stays as it was. */
    default boolean assign(Frame frame, @Nullable String text) {
      Cell value = frame.scratch();
      value.set(text);
      return write(frame, value);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.run;

import org.signalbox.script.Span;

/**
 * Where running scripts tell their faults. Called on the thread of the message; must not block, and
 * should say the same thing of the same place once per interval only.
 */
public interface RunLog {

  /** Something is wrong: the statement fails, the script goes on. */
  void error(Span place, String message);

  /** Something is odd. */
  void warning(Span place, String message);

  /** A text was used as a number and is none. */
  default void notANumber(Frame frame, String text) {
    Span place = frame.place();
    warning(place, "automatic string to int conversion for \"" + Excerpt.of(text) + "\" failed");
    warning(
        place,
        "rval expression conversion to int failed (%d,%d-%d,%d)"
            .formatted(place.line(), place.column(), place.endLine(), place.endColumn()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.kex;

import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Variable;

/** Puts a text, its variables expanded, into a variable. */
final class Printing {
  private Printing() {}

  static FunctionCall into(Arguments arguments) {
    Variable.Writable target = arguments.writable(0);
    Arguments.TextArgument text = arguments.text(1);
    return frame -> {
      String printed = text.value(frame);
      return printed != null && target.assign(frame, printed) ? 1 : -1;
    };
  }
}

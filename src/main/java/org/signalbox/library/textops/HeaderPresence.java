// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import java.util.regex.Pattern;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.ScriptFunction.Preparation;

/** Whether the message, as received, has a header. */
final class HeaderPresence {
  private HeaderPresence() {}

  static Preparation named(HeaderNameArgument.Taking taking) {
    return arguments -> {
      HeaderNameArgument name = taking.of(arguments, 0);
      return frame -> {
        String wanted = name.of(frame);
        return wanted != null && frame.message().header(wanted) != null ? 1 : -1;
      };
    };
  }

  static Preparation matching(Patterns.Taking taking) {
    return arguments -> {
      Patterns.Source source = taking.of(arguments, 0);
      return frame -> {
        Pattern pattern = source.of(frame);
        return frame.message().headers().stream()
                .anyMatch(header -> Patterns.matches(pattern, WireText.bytes(header.name()), frame))
            ? 1
            : -1;
      };
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.sip.Octets;
import org.signalbox.sip.Via;

/** {@code via_param_rm("name")}: removes a parameter of the topmost Via. */
final class ViaParameters {
  private ViaParameters() {}

  static FunctionCall remove(Arguments arguments) {
    Arguments.ShownArgument name = arguments.shown(0);
    return frame -> {
      String wanted = Texts.wanted(name, frame, "the name of the parameter");
      Via top = frame.message().topVia();
      if (wanted == null || top == null) {
        return -1;
      }
      Octets place = top.octets();
      int end = place.offset() + place.length();
      return removed(Stretch.of(frame.message(), place.offset(), end), wanted) ? 1 : -1;
    };
  }

  private static boolean removed(Stretch via, String wanted) {
    String text = via.text();
    int from = separator(text, 0);
    while (from < text.length()) {
      int to = separator(text, from + 1);
      String parameter = text.substring(from + 1, to);
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      if (name.strip().equalsIgnoreCase(wanted)) {
        return via.remove(from, to);
      }
      from = to;
    }
    return false;
  }

  /** The next semicolon outside quotes, or the end. */
  private static int separator(String text, int from) {
    boolean quoted = false;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted) {
        at++;
      } else if (c == ';' && !quoted) {
        return at;
      }
    }
    return text.length();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import java.util.function.Predicate;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.FunctionCall;

/** Whether a text is in a list; blanks around the elements do not count. */
final class Lists {
  private Lists() {}

  /** Chooses elements for a subject. */
  private interface Choice {
    Predicate<String> of(String subject);
  }

  static FunctionCall contains(Arguments arguments) {
    return call(arguments, subject -> subject::equals);
  }

  /** Whether an element begins the subject. */
  static FunctionCall containsPrefix(Arguments arguments) {
    return call(arguments, subject -> element -> !element.isEmpty() && subject.startsWith(element));
  }

  private static FunctionCall call(Arguments arguments, Choice choice) {
    Arguments.ShownArgument subject = arguments.shown(0);
    Arguments.ShownArgument list = arguments.shown(1);
    String separator = arguments.constant(2);
    if (separator.length() != 1) {
      throw new Unresolvable("a separator is one character, not \"" + separator + "\"");
    }
    return frame -> {
      String wanted = Texts.wanted(subject, frame, "the text to look for");
      String elements = list.value(frame);
      return wanted != null && has(elements, separator.charAt(0), choice.of(wanted)) ? 1 : -1;
    };
  }

  private static boolean has(String elements, char separator, Predicate<String> wanted) {
    int from = 0;
    while (from <= elements.length()) {
      int found = elements.indexOf(separator, from);
      int to = found < 0 ? elements.length() : found;
      if (wanted.test(elements.substring(from, to).strip())) {
        return true;
      }
      from = to + 1;
    }
    return false;
  }
}

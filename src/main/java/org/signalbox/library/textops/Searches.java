// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.signalbox.script.Search;
import org.signalbox.script.WireText;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction.Preparation;
import org.signalbox.script.run.FunctionCall;
import org.signalbox.script.run.Variable;

/** Looks for regular expressions in the message as received, and in texts. */
final class Searches {
  private static final int FAILED = -2;
  private static final int NO_EXPRESSION = 2;

  private Searches() {}

  static Preparation in(Stretch.Choice choice) {
    return arguments -> {
      Pattern pattern = arguments.regex(0);
      return frame -> Patterns.matches(pattern, choice.of(frame).text(), frame) ? 1 : -1;
    };
  }

  /** {@code search_hf(name, expression, "a" | "f" | "l")}. */
  static FunctionCall inHeaders(Arguments arguments) {
    String name = HeaderNameArgument.name(arguments, 0);
    Pattern pattern = arguments.regex(1);
    Occurrence which = Occurrence.of(arguments, 2);
    return frame ->
        which.of(frame.message().headers(name)).stream()
                .anyMatch(header -> Patterns.matches(pattern, WireText.of(header.octets()), frame))
            ? 1
            : -1;
  }

  /** Inserts a text behind the first match. */
  static Preparation appendingTo(Stretch.Choice choice) {
    return arguments -> {
      Pattern pattern = arguments.regex(0);
      String text = arguments.constant(1);
      return frame -> {
        Stretch stretch = choice.of(frame);
        Matcher matcher = pattern.matcher(stretch.text());
        return Search.found(matcher, frame) && stretch.insert(matcher.end(), text) ? 1 : -1;
      };
    };
  }

  /** {@code search_str(text, expression)}: -2 for an empty text, 2 for an empty expression. */
  static FunctionCall inText(Arguments arguments) {
    Arguments.ShownArgument text = arguments.shown(0);
    Arguments.ShownArgument expression = arguments.shown(1);
    Patterns.Source source = Patterns.dynamic(arguments, 1);
    return frame -> {
      String subject = text.value(frame);
      if (subject.isEmpty()) {
        return FAILED;
      }
      if (expression.value(frame).isEmpty()) {
        return NO_EXPRESSION;
      }
      Pattern pattern = source.of(frame);
      return pattern == null ? FAILED : Patterns.matches(pattern, subject, frame) ? 1 : -1;
    };
  }

  /** {@code regex_substring(text, expression, group, groups, variable)}: case matters. */
  static FunctionCall group(Arguments arguments) {
    Arguments.ShownArgument text = arguments.shown(0);
    Patterns.Source source = Patterns.exact(arguments, 1);
    Arguments.IntegerArgument index = arguments.integer(2);
    Arguments.IntegerArgument count = arguments.integer(3);
    Variable.Writable target = arguments.writable(4);
    return frame -> {
      long wanted = index.value(frame, 0);
      Pattern pattern = source.of(frame);
      if (pattern == null || wanted < 0 || wanted >= count.value(frame, 0)) {
        frame.error("group " + wanted + " of a regular expression is out of range");
        return -1;
      }
      Matcher matcher = pattern.matcher(text.value(frame));
      if (!Search.found(matcher, frame)) {
        return FAILED;
      }
      String found = wanted > matcher.groupCount() ? null : matcher.group((int) wanted);
      return found != null && !found.isEmpty() && target.assign(frame, found) ? 1 : -1;
    };
  }
}

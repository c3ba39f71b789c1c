// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.signalbox.script.PosixPattern;
import org.signalbox.script.Search;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction.Preparation;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.FunctionCall;

/** Puts a text in place of what is found; it is taken literally, without back-references. */
final class Replacements {
  private Replacements() {}

  static Preparation first(Stretch.Choice choice) {
    return arguments -> call(choice, arguments.regex(0), arguments.constant(1), false);
  }

  static Preparation all(Stretch.Choice choice) {
    return arguments -> call(choice, arguments.regex(0), arguments.constant(1), true);
  }

  /** Every match, the body being one line: {@code ^.*$} is all of it. */
  static FunctionCall bodyAtOnce(Arguments arguments) {
    String expression = arguments.constant(0);
    try {
      Pattern pattern = PosixPattern.compile(expression, true);
      return call(Stretch::body, pattern, arguments.constant(1), true);
    } catch (PatternSyntaxException e) {
      throw new Unresolvable("Bad regular expression \"" + expression + "\"");
    }
  }

  private static FunctionCall call(
      Stretch.Choice choice, Pattern pattern, String replacement, boolean all) {
    return frame -> {
      Stretch stretch = choice.of(frame);
      Matcher matcher = pattern.matcher(stretch.text());
      return replaced(stretch, matcher, replacement, all, frame) ? 1 : -1;
    };
  }

  private static boolean replaced(
      Stretch stretch, Matcher matcher, String replacement, boolean all, Frame frame) {
    boolean any = false;
    while ((all || !any) && Search.found(matcher, frame)) {
      if (matcher.end() > matcher.start()) {
        any |= stretch.replace(matcher.start(), matcher.end(), replacement);
      }
    }
    return any;
  }

  /** {@code replace_str(text, replacement, "a" | "f")}: 1 also when the text is not there. */
  static Preparation text(Stretch.Choice choice) {
    return arguments -> {
      Arguments.ShownArgument wanted = arguments.shown(0);
      Arguments.ShownArgument replacement = arguments.shown(1);
      boolean all = Occurrence.of(arguments, 2) == Occurrence.ALL;
      return frame -> {
        String text = Texts.wanted(wanted, frame, "the text to replace");
        String written = replacement.value(frame);
        if (text == null) {
          return -1;
        }
        replace(choice.of(frame), text, written, all);
        return 1;
      };
    };
  }

  private static void replace(Stretch stretch, String wanted, String replacement, boolean all) {
    int at = stretch.text().indexOf(wanted);
    while (at >= 0) {
      stretch.replace(at, at + wanted.length(), replacement);
      at = all ? stretch.text().indexOf(wanted, at + wanted.length()) : -1;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.LatestPattern;
import org.signalbox.script.PosixPattern;
import org.signalbox.script.Search;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.run.Frame;

/**
 * Regular expressions of a call: compiled when the file is loaded where they are constant, else
 * when their text changes. Case does not matter, line ends do.
 */
final class Patterns {
  private Patterns() {}

  /** The expression to use now. */
  interface Source {
    /** Null, with an error told, when the text is none. */
    @Nullable Pattern of(Frame frame);
  }

  /** How a function takes an expression. */
  interface Taking {
    Source of(Arguments arguments, int index);
  }

  /** As it stands. */
  static Source constant(Arguments arguments, int index) {
    Pattern known = arguments.regex(index);
    return frame -> known;
  }

  /** With variables in it. */
  static Source dynamic(Arguments arguments, int index) {
    return latest(arguments.shown(index), text -> PosixPattern.compile(text, true, true));
  }

  /** The same with a case that matters, and text as one line. */
  static Source exact(Arguments arguments, int index) {
    return latest(arguments.shown(index), text -> PosixPattern.compile(text, false));
  }

  private static Source latest(Arguments.ShownArgument text, Function<String, Pattern> compiler) {
    LatestPattern latest = new LatestPattern(compiler);
    return frame -> {
      String wanted = text.value(frame);
      try {
        return latest.of(wanted);
      } catch (PatternSyntaxException e) {
        frame.error("Bad regular expression \"" + wanted + "\"");
        return null;
      }
    };
  }

  static boolean matches(@Nullable Pattern pattern, String text, Frame frame) {
    return pattern != null && Search.found(pattern, text, frame);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
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
    return new Latest(arguments.text(index));
  }

  /** Keeps the expression that was compiled last. */
  private static final class Latest implements Source {
    private final Arguments.TextArgument text;
    private volatile @Nullable Known last;

    private record Known(String text, Pattern pattern) {}

    Latest(Arguments.TextArgument text) {
      this.text = text;
    }

    @Override
    public @Nullable Pattern of(Frame frame) {
      String wanted = Texts.value(text, frame);
      Known known = last;
      if (known == null || !known.text().equals(wanted)) {
        try {
          known = new Known(wanted, PosixPattern.compile(wanted, true, true));
        } catch (PatternSyntaxException e) {
          frame.error("Bad regular expression \"" + wanted + "\"");
          return null;
        }
        last = known;
      }
      return known.pattern();
    }
  }

  static boolean matches(@Nullable Pattern pattern, String text, Frame frame) {
    return pattern != null && Search.found(pattern, text, frame);
  }
}

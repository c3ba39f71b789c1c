// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.textops;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.plan.Arguments;
import org.signalbox.script.plan.ScriptFunction;
import org.signalbox.script.run.Frame;

/** Comparisons of two texts. A variable without a value reads {@code <null>}, as it prints. */
final class Texts {
  private static final int SMALLER = -2;

  private Texts() {}

  /** What a function gives for two texts. */
  interface Comparison {
    int of(String a, String b);
  }

  static ScriptFunction.Preparation call(Comparison comparison) {
    return arguments -> {
      Arguments.ShownArgument a = arguments.shown(0);
      Arguments.ShownArgument b = arguments.shown(1);
      return frame -> comparison.of(a.value(frame), b.value(frame));
    };
  }

  /** The text of an argument; null, with an error told, where an empty one is a mistake. */
  static @Nullable String wanted(Arguments.ShownArgument argument, Frame frame, String what) {
    String text = argument.value(frame);
    if (text.isEmpty()) {
      frame.error(what + " is empty");
      return null;
    }
    return text;
  }

  static int compare(String a, String b) {
    return result(a.compareTo(b));
  }

  static int compareIgnoringCase(String a, String b) {
    return result(lower(a).compareTo(lower(b)));
  }

  static int startsWith(String text, String start) {
    return text.length() < start.length() ? -1 : compare(text.substring(0, start.length()), start);
  }

  static int endsWith(String text, String end) {
    return text.length() < end.length()
        ? -1
        : compare(text.substring(text.length() - end.length()), end);
  }

  /** The last place counted from 1 for nothing, else the first. */
  static int find(String text, String part) {
    int at = part.isEmpty() ? text.length() : text.indexOf(part);
    return at < 0 ? -1 : at + 1;
  }

  static int findIgnoringCase(String text, String part) {
    return find(lower(text), lower(part));
  }

  /** Whether one of the characters is in the text. */
  static int anyIn(String text, String characters) {
    return text.chars().anyMatch(c -> characters.indexOf(c) >= 0) ? 1 : -1;
  }

  /** Whether the text consists of the characters. */
  static int allIn(String text, String characters) {
    return text.chars().allMatch(c -> characters.indexOf(c) >= 0) ? 1 : -1;
  }

  private static int result(int order) {
    return order == 0 ? 1 : order > 0 ? -1 : SMALLER;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

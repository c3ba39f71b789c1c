// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a select: {@code @via[1].params.branch}, {@code @msg["X-Foo"]} (script.md §1).
 *
 * @param steps names from left to right; a name in brackets and quotes is a step too
 * @param index the number in brackets behind the first step, 0 without one
 */
record SelectPath(List<String> steps, int index) {

  SelectPath {
    steps = List.copyOf(steps);
  }

  /** Reads a select, with or without its sign; null when it is malformed. */
  static @Nullable SelectPath parse(String text) {
    String rest = text.startsWith("@") ? text.substring(1) : text;
    List<String> steps = new ArrayList<>();
    int index = 0;
    int at = 0;
    while (at < rest.length()) {
      int end = stepEnd(rest, at);
      if (rest.charAt(at) == '[') {
        String inside = end > at + 1 ? rest.substring(at + 1, end - 1) : "";
        boolean quoted = inside.length() > 1 && inside.startsWith("\"") && inside.endsWith("\"");
        if (quoted) {
          steps.add(inside.substring(1, inside.length() - 1));
        } else if (steps.size() == 1 && inside.matches("-?[0-9]{1,4}")) {
          index = Integer.parseInt(inside);
        } else {
          return null;
        }
      } else {
        steps.add(rest.substring(at, end));
      }
      at = rest.startsWith(".", end) ? end + 1 : end;
    }
    return steps.isEmpty() || steps.contains("") || rest.endsWith(".")
        ? null
        : new SelectPath(steps, index);
  }

  private static int stepEnd(String text, int start) {
    if (text.charAt(start) == '[') {
      int close = text.indexOf(']', start);
      return close < 0 ? text.length() : close + 1;
    }
    int at = start;
    while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
      at++;
    }
    return at;
  }

  /** The first step. */
  String first() {
    return steps.get(0);
  }

  /** What follows the first step. */
  List<String> rest() {
    return steps.subList(1, steps.size());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.signalbox.script.NotationException;
import org.signalbox.script.Value;

/** The n-th part of a text between separators: select, selectws. */
final class Selections {
  private static final String WHITE = " \t\r\n";

  private Selections() {}

  static void addTo(NamedTransformations s) {
    s.with("select", specifier -> node(specifier.number(), separators(specifier)));
    s.with("selectws", specifier -> node(specifier.number(), WHITE));
  }

  private static String separators(Specifier specifier) throws NotationException {
    String written = specifier.rest();
    if (written.length() == 1) {
      return written;
    }
    return switch (written) {
      case "\\n" -> "\n";
      case "\\r" -> "\r";
      case "\\t" -> "\t";
      case "\\\\" -> "\\";
      case "\\w" -> " ";
      case "\\s" -> WHITE;
      default -> throw specifier.wrong("the separator is one character");
    };
  }

  private static Transformation node(Parameter index, String separators) {
    return new OnText(
        (text, frame) -> {
          Value number = index.value(frame);
          if (number.failed()) {
            return number;
          }
          long wanted = number.number();
          return wanted < 0
              ? fromRight(text, -1 - wanted, separators)
              : fromLeft(text, wanted, separators);
        });
  }

  private static Value fromLeft(String text, long skip, String separators) {
    int from = 0;
    for (long left = skip; left > 0; left--) {
      from = next(text, from, separators) + 1;
      if (from > text.length()) {
        return Value.EMPTY;
      }
    }
    return Value.of(text.substring(from, next(text, from, separators)));
  }

  private static Value fromRight(String text, long skip, String separators) {
    int to = text.length();
    for (long left = skip; left > 0; left--) {
      to = previous(text, to, separators);
      if (to < 0) {
        return Value.EMPTY;
      }
    }
    return Value.of(text.substring(previous(text, to, separators) + 1, to));
  }

  /** The first separator from a place on, or the end of the text. */
  private static int next(String text, int from, String separators) {
    int at = from;
    while (at < text.length() && separators.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** The last separator before a place, or -1. */
  private static int previous(String text, int to, String separators) {
    int at = to - 1;
    while (at >= 0 && separators.indexOf(text.charAt(at)) < 0) {
      at--;
    }
    return at;
  }
}

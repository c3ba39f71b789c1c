// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.signalbox.script.NotationException;
import org.signalbox.script.Value;

/** Class {@code line}: the lines of a text, such as a body (transformations.md §7). */
final class LineClass {
  private LineClass() {}

  static TransformationClass create() {
    return new NamedTransformations("line")
        .with("at", LineClass::at)
        .with("sw", LineClass::startingWith)
        .plain("count", OnText.notEmpty((text, frame) -> Value.of(Integer.toString(count(text)))));
  }

  private static Transformation at(Specifier specifier) throws NotationException {
    Parameter index = specifier.number();
    return OnText.notEmpty(
        (text, frame) -> {
          Value number = index.value(frame);
          if (number.failed()) {
            return number;
          }
          long wanted = number.number();
          return Value.of(line(text, wanted < 0 ? count(text) + wanted : wanted));
        });
  }

  private static Transformation startingWith(Specifier specifier) throws NotationException {
    Parameter prefix = specifier.text();
    return OnText.notEmpty(
        (text, frame) -> {
          Value wanted = prefix.value(frame);
          return wanted.failed() ? wanted : Value.of(startingWith(text, wanted.text()));
        });
  }

  /** A line feed at the end starts no other line. */
  private static int count(String text) {
    int count = 0;
    for (int from = 0; from < text.length(); from = behind(text, from)) {
      count++;
    }
    return count;
  }

  private static String line(String text, long index) {
    int from = 0;
    for (long left = index; left > 0 && from < text.length(); left--) {
      from = behind(text, from);
    }
    return index < 0 || from >= text.length() ? "" : lineFrom(text, from);
  }

  private static String startingWith(String text, String prefix) {
    for (int from = 0; from < text.length(); from = behind(text, from)) {
      if (text.startsWith(prefix, from)) {
        return lineFrom(text, from);
      }
    }
    return "";
  }

  /** Where the next line begins. */
  private static int behind(String text, int from) {
    int feed = text.indexOf('\n', from);
    return feed < 0 ? text.length() : feed + 1;
  }

  private static String lineFrom(String text, int from) {
    int feed = text.indexOf('\n', from);
    int end = feed < 0 ? text.length() : feed;
    boolean carriageReturn = feed > from && text.charAt(feed - 1) == '\r';
    return text.substring(from, carriageReturn ? end - 1 : end);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.signalbox.script.NotationException;
import org.signalbox.script.Value;

/** What stands before or behind a character: count, before, after, rbefore, rafter, stripto. */
final class Partitions {
  private Partitions() {}

  static void addTo(NamedTransformations s) {
    s.with("count", specifier -> node(specifier.character(), Partitions::count));
    s.with("before", specifier -> node(specifier.character(), Partitions::before));
    s.with("after", specifier -> node(specifier.character(), Partitions::after));
    s.with("rbefore", specifier -> node(specifier.character(), Partitions::beforeLast));
    s.with("rafter", specifier -> node(specifier.character(), Partitions::afterLast));
    s.with("stripto", Partitions::stripTo);
  }

  /** Works on a text and a character; the character is -1 when none is written. */
  private interface Work {
    Value on(String text, int character);
  }

  private static Transformation stripTo(Specifier specifier) throws NotationException {
    return node(specifier.text(), Partitions::from);
  }

  private static Transformation node(Parameter parameter, Work work) {
    return new OnText(
        (text, frame) -> {
          Value value = parameter.value(frame);
          if (value.failed()) {
            return value;
          }
          String written = value.text();
          return work.on(text, written.isEmpty() ? -1 : written.charAt(0));
        });
  }

  private static Value count(String text, int character) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == character) {
        count++;
      }
    }
    return Value.of(count);
  }

  private static Value before(String text, int character) {
    int at = text.indexOf(character);
    return Value.of(at < 0 ? text : text.substring(0, at));
  }

  private static Value after(String text, int character) {
    int at = text.indexOf(character);
    return at < 0 ? Value.EMPTY : Value.of(text.substring(at + 1));
  }

  private static Value beforeLast(String text, int character) {
    int at = text.lastIndexOf(character);
    return Value.of(at < 0 ? text : text.substring(0, at));
  }

  private static Value afterLast(String text, int character) {
    int at = text.lastIndexOf(character);
    return at < 0 ? Value.EMPTY : Value.of(text.substring(at + 1));
  }

  private static Value from(String text, int character) {
    int at = text.indexOf(character);
    return at < 0 ? Value.EMPTY : Value.of(text.substring(at));
  }
}

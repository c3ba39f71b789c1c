// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.signalbox.script.Frame;
import org.signalbox.script.NotationException;
import org.signalbox.script.Value;

/** The parts of a text by position: substr, strip, striptail, prefixes, charat, byteat. */
final class Slices {
  private Slices() {}

  static void addTo(NamedTransformations s) {
    s.with("substr", Slices::substring);
    s.with("strip", specifier -> counted(specifier, Slices::withoutHead));
    s.with("striptail", specifier -> counted(specifier, Slices::withoutTail));
    s.with("prefixes", specifier -> prefixes(specifier, ""));
    s.with("prefixes.quoted", specifier -> prefixes(specifier, "'"));
    s.with("charat", specifier -> counted(specifier, Slices::charAt));
    s.with("byteat", specifier -> counted(specifier, Slices::byteAt));
  }

  /** Works on a text and the number that a parameter gives. */
  private interface Counted {
    Value on(String text, long number, Frame frame);
  }

  private static Transformation counted(Specifier specifier, Counted work)
      throws NotationException {
    return counted(specifier.number(), work);
  }

  private static Transformation counted(Parameter parameter, Counted work) {
    return new OnText(
        (text, frame) -> {
          Value number = parameter.value(frame);
          return number.failed() ? number : work.on(text, number.number(), frame);
        });
  }

  private static Transformation substring(Specifier specifier) throws NotationException {
    Parameter offset = specifier.number();
    Parameter length = specifier.number();
    Value literal = length.literal();
    if (literal != null && literal.number() < 0) {
      throw specifier.wrong("the length of substr cannot be negative");
    }
    return counted(
        offset,
        (text, from, frame) -> {
          Value most = length.value(frame);
          return most.failed() ? most : substring(text, from, most.number(), frame);
        });
  }

  private static Value substring(String text, long offset, long most, Frame frame) {
    int length = text.length();
    long from = offset < 0 ? length + offset : offset;
    if (from < 0 || from >= length || most < 0) {
      return frame.fail("substr out of range");
    }
    long to = most == 0 || most > length - from ? length : from + most;
    return Value.of(text.substring((int) from, (int) to));
  }

  private static Value withoutHead(String text, long number, Frame frame) {
    return Value.of(text.substring(clamp(number, text)));
  }

  private static Value withoutTail(String text, long number, Frame frame) {
    return Value.of(text.substring(0, text.length() - clamp(number, text)));
  }

  private static int clamp(long number, String text) {
    return (int) Math.max(0, Math.min(number, text.length()));
  }

  private static Value charAt(String text, long index, Frame frame) {
    return index < 0 || index >= text.length()
        ? Value.EMPTY
        : Value.of(text.substring((int) index, (int) index + 1));
  }

  private static Value byteAt(String text, long index, Frame frame) {
    return Value.of(index < 0 || index >= text.length() ? -1 : text.charAt((int) index));
  }

  private static Transformation prefixes(Specifier specifier, String quote)
      throws NotationException {
    Parameter most = specifier.more() ? specifier.number() : Parameter.literal(Value.of(0));
    return counted(most, (text, number, frame) -> prefixes(text, number, quote, frame));
  }

  private static Value prefixes(String text, long most, String quote, Frame frame) {
    int count = most <= 0 || most > text.length() ? text.length() : (int) most;
    long size = (long) count * (count + 1) / 2 + (long) count * (1 + 2 * quote.length());
    if (size > Bytes.LONGEST) {
      return frame.fail("the prefixes of the value are too long");
    }
    StringBuilder out = new StringBuilder((int) size);
    for (int end = 1; end <= count; end++) {
      out.append(end > 1 ? "," : "").append(quote).append(text, 0, end).append(quote);
    }
    return Value.of(out.toString());
  }
}

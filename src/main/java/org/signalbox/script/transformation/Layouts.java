// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.signalbox.script.Frame;
import org.signalbox.script.NotationException;
import org.signalbox.script.Value;

/** The outside of a text: tolower, toupper, unquote, unbracket, fmtlines, fmtlinet. */
final class Layouts {
  private static final String OPENING = "([{<";
  private static final String CLOSING = ")]}>";

  private Layouts() {}

  static void addTo(NamedTransformations s) {
    s.text("tolower", (text, frame) -> shifted(text, 'A', 'Z', 'a' - 'A'));
    s.text("toupper", (text, frame) -> shifted(text, 'a', 'z', 'A' - 'a'));
    s.text("unquote", (text, frame) -> without(text, "\"'", "\"'"));
    s.text("unbracket", (text, frame) -> without(text, OPENING, CLOSING));
    s.with("fmtlines", specifier -> lines(specifier, " "));
    s.with("fmtlinet", specifier -> lines(specifier, "\t"));
  }

  /** Moves the ASCII letters of one range; other bytes stay. */
  private static Value shifted(String text, char first, char last, int distance) {
    byte[] bytes = Bytes.of(text);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= first && bytes[i] <= last) {
        bytes[i] += (byte) distance;
      }
    }
    return Bytes.text(bytes);
  }

  private static Value without(String text, String opening, String closing) {
    int last = text.length() - 1;
    boolean paired =
        last > 0
            && opening.indexOf(text.charAt(0)) >= 0
            && opening.indexOf(text.charAt(0)) == closing.indexOf(text.charAt(last));
    return Value.of(paired ? text.substring(1, last) : text);
  }

  private static Transformation lines(Specifier specifier, String pad) throws NotationException {
    Parameter width = notNegative(specifier);
    Parameter padding = notNegative(specifier);
    return new OnText(
        (text, frame) -> {
          Value each = width.value(frame);
          Value indent = each.failed() ? each : padding.value(frame);
          return indent.failed() ? indent : lines(text, each.number(), indent.number(), pad, frame);
        });
  }

  private static Parameter notNegative(Specifier specifier) throws NotationException {
    Parameter number = specifier.number();
    Value literal = number.literal();
    if (literal != null && literal.number() < 0) {
      throw specifier.wrong("the number cannot be negative");
    }
    return number;
  }

  /** As Kamailio's manual says; its program breaks after each of the first characters instead. */
  private static Value lines(String text, long width, long indent, String pad, Frame frame) {
    long breaks = width <= 0 ? 0 : (text.length() - 1) / width;
    boolean fits = indent <= Bytes.LONGEST && breaks * (indent + 2) <= Bytes.LONGEST;
    if (width <= 0 || indent < 0 || !fits) {
      return frame.fail("fmtlines cannot break lines like this");
    }
    String inset = "\r\n" + pad.repeat((int) indent);
    StringBuilder out = new StringBuilder(text.length() + (int) breaks * inset.length());
    int at = 0;
    for (long left = breaks; left > 0; left--) {
      out.append(text, at, at + (int) width).append(inset);
      at += (int) width;
    }
    return Value.of(out.append(text, at, text.length()).toString());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import org.signalbox.script.Frame;
import org.signalbox.script.NotationException;
import org.signalbox.script.Value;

/** Texts with something taken out or put in its place: replace, rm, trim, rmws, numeric. */
final class Removals {
  private static final String WHITE = " \t\r\n";

  private Removals() {}

  static void addTo(NamedTransformations s) {
    s.with("replace", specifier -> replace(specifier.text(), specifier.textOrNothing()));
    s.with("rm", Removals::remove);
    s.text("trim", (text, frame) -> trimmed(text, true, true));
    s.text("ltrim", (text, frame) -> trimmed(text, true, false));
    s.text("rtrim", (text, frame) -> trimmed(text, false, true));
    s.text("rmws", (text, frame) -> kept(text, Removals::isInk));
    s.text("numeric", (text, frame) -> kept(text, c -> c >= '0' && c <= '9'));
    s.text("rmhdws", (text, frame) -> unfolded(text, " "));
    s.text("rmhlws", (text, frame) -> unfolded(text, ""));
  }

  private static Transformation replace(Parameter match, Parameter replacement) {
    return new OnText(
        (text, frame) -> {
          Value from = match.value(frame);
          Value to = from.failed() ? from : replacement.value(frame);
          return to.failed() ? to : replaced(text, from.text(), to.text(), frame);
        });
  }

  private static Value replaced(String text, String from, String to, Frame frame) {
    long most = (long) (text.length() / from.length() + 1) * to.length() + text.length();
    if (most > Bytes.LONGEST && size(text, from, to) > Bytes.LONGEST) {
      return frame.fail("the value would become too long");
    }
    return Value.of(text.replace(from, to));
  }

  private static long size(String text, String from, String to) {
    long size = text.length();
    int at = text.indexOf(from);
    while (at >= 0) {
      size += to.length() - from.length();
      at = text.indexOf(from, at + from.length());
    }
    return size;
  }

  private static Transformation remove(Specifier specifier) throws NotationException {
    Parameter match = specifier.text();
    Value literal = match.literal();
    if (literal != null) {
      String wanted = Backslashes.whitespace(literal.text());
      return new OnText((text, frame) -> Value.of(text.replace(wanted, "")));
    }
    return new OnText(
        (text, frame) -> {
          Value wanted = match.value(frame);
          return wanted.failed() ? wanted : Value.of(text.replace(wanted.text(), ""));
        });
  }

  private static boolean isInk(char c) {
    return WHITE.indexOf(c) < 0;
  }

  private static Value trimmed(String text, boolean left, boolean right) {
    int from = 0;
    int to = text.length();
    while (left && from < to && !isInk(text.charAt(from))) {
      from++;
    }
    while (right && to > from && !isInk(text.charAt(to - 1))) {
      to--;
    }
    return Value.of(text.substring(from, to));
  }

  private interface Keep {
    boolean test(char c);
  }

  private static Value kept(String text, Keep keep) {
    byte[] out = new byte[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (keep.test(c)) {
        out[length++] = (byte) c;
      }
    }
    return Bytes.text(out, length);
  }

  /** Joins the lines that a blank continues (RFC 3261 §7.3.1). */
  private static Value unfolded(String text, String joint) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int lineEnd = text.startsWith("\r\n", at) ? at + 2 : text.charAt(at) == '\n' ? at + 1 : at;
      int ink = lineEnd;
      while (lineEnd > at && ink < text.length() && " \t".indexOf(text.charAt(ink)) >= 0) {
        ink++;
      }
      if (ink > lineEnd) {
        out.append(joint);
        at = ink;
      } else {
        out.append(text.charAt(at++));
      }
    }
    return Value.of(out.toString());
  }
}

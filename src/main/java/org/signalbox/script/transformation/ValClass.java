// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.util.HexFormat;
import org.signalbox.script.Value;

/** Class {@code val}: something instead of null, and texts for JSON (transformations.md §8). */
final class ValClass {
  private static final Value ZERO = Value.of(0);
  private static final Value QUOTES = Value.of("\"\"");

  private ValClass() {}

  static TransformationClass create() {
    return new NamedTransformations("val")
        .plain("n0", (input, frame) -> input.isNull() ? ZERO : input)
        .plain("ne", (input, frame) -> input.isNull() ? Value.EMPTY : input)
        .plain(
            "json", (input, frame) -> input.isInteger() ? input : Value.of(escaped(input.text())))
        .plain("jsonqe", (input, frame) -> input.isInteger() ? input : quoted(input));
  }

  private static Value quoted(Value input) {
    return input.text().isEmpty() ? QUOTES : Value.of('"' + escaped(input.text()) + '"');
  }

  /** Quotes, backslashes and control characters escaped (RFC 8259 §7). */
  static String escaped(String text) {
    int clean = 0;
    while (clean < text.length() && !special(text.charAt(clean))) {
      clean++;
    }
    if (clean == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (special(c)) {
        escape(c, out);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean special(char c) {
    return c < ' ' || c == '"' || c == '\\';
  }

  private static void escape(char c, StringBuilder out) {
    int known = "\"\\\b\f\n\r\t".indexOf(c);
    if (known >= 0) {
      out.append('\\').append("\"\\bfnrt".charAt(known));
    } else {
      HexFormat.of().toHexDigits(out.append("\\u00"), (byte) c);
    }
  }
}

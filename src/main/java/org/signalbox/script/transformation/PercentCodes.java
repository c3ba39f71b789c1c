// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.util.HexFormat;
import org.signalbox.script.Frame;
import org.signalbox.script.Value;

/** Percent escapes of URIs: escape.user, escape.param, urlencode.param and their inverses. */
final class PercentCodes {
  private static final boolean[] USER = allowed("-_.!~*'()&=+$,;?");
  private static final boolean[] PARAM = allowed("-_.!~*'()[]/:&+$");
  private static final boolean[] URL = allowed("-_.~");

  private PercentCodes() {}

  static void addTo(NamedTransformations s) {
    s.text("escape.user", (text, frame) -> escaped(text, USER, frame));
    s.text("unescape.user", PercentCodes::unescaped);
    s.text("escape.param", (text, frame) -> escaped(text, PARAM, frame));
    s.text("unescape.param", PercentCodes::unescaped);
    s.text("urlencode.param", (text, frame) -> encoded(text, URL));
    s.text("urldecode.param", (text, frame) -> urlDecoded(text));
  }

  private static boolean[] allowed(String marks) {
    boolean[] allowed = new boolean[256];
    for (char c = 0; c < 128; c++) {
      allowed[c] = Character.isLetterOrDigit(c) || marks.indexOf(c) >= 0;
    }
    return allowed;
  }

  private static Value escaped(String text, boolean[] allowed, Frame frame) {
    for (int i = 0; i < text.length(); i++) {
      if (!printable(text.charAt(i))) {
        return frame.fail("the value to escape has a character that cannot be printed");
      }
    }
    return encoded(text, allowed);
  }

  private static boolean printable(int c) {
    return c >= ' ' && c <= '~';
  }

  private static Value encoded(String text, boolean[] allowed) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (allowed[c & 0xFF]) {
        out.append(c);
      } else {
        HexFormat.of().toHexDigits(out.append('%'), (byte) c);
      }
    }
    return Value.of(out.toString());
  }

  private static Value unescaped(String text, Frame frame) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        int code = code(text, i);
        if (!printable(code)) {
          return frame.fail("the value has a bad percent escape");
        }
        out.append((char) code);
        i += 2;
      } else {
        out.append(c);
      }
    }
    return Value.of(out.toString());
  }

  /** Bad escapes stay as they are written. */
  private static Value urlDecoded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int code = c == '%' ? code(text, i) : -1;
      if (code >= 0) {
        out.append((char) code);
        i += 2;
      } else {
        out.append(c == '+' ? ' ' : c);
      }
    }
    return Value.of(out.toString());
  }

  /** The byte that the escape at a place stands for, or -1. */
  private static int code(String text, int at) {
    boolean complete =
        at + 2 < text.length()
            && HexFormat.isHexDigit(text.charAt(at + 1))
            && HexFormat.isHexDigit(text.charAt(at + 2));
    return complete ? HexFormat.fromHexDigits(text, at + 1, at + 3) : -1;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import org.jspecify.annotations.Nullable;

/** Reads the generic form of a URI and hands the rest to its scheme. */
final class UriReader {

  private UriReader() {}

  static ParsedValue read(byte[] a, int from, int to) {
    int colon = Ascii.indexOf(a, from, to, ':');
    if (colon <= from || !isScheme(a, from, colon)) {
      return new ParseProblem(from, "the URI does not begin with a scheme");
    }
    if (colon + 1 == to) {
      return new ParseProblem(to, "the URI ends behind its scheme");
    }
    ParseProblem odd = forbidden(a, colon, to);
    if (odd != null) {
      return odd;
    }
    if (Ascii.equalsIgnoreCase(a, from, colon, "sip")) {
      return SipUri.read(a, from, to, colon + 1, false);
    }
    if (Ascii.equalsIgnoreCase(a, from, colon, "sips")) {
      return SipUri.read(a, from, to, colon + 1, true);
    }
    if (Ascii.equalsIgnoreCase(a, from, colon, "tel")) {
      return TelUri.read(a, from, to, colon + 1);
    }
    return new AbsoluteUri(new Octets(a, from, to - from), colon - from);
  }

  private static boolean isScheme(byte[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      int b = Ascii.lower(a[i]);
      boolean letter = b >= 'a' && b <= 'z';
      if (!letter && (i == from || !(Ascii.isDigit(b) || b == '+' || b == '-' || b == '.'))) {
        return false;
      }
    }
    return true;
  }

  /** Characters that no URI holds unescaped: controls, blanks, quotes, angle brackets. */
  private static @Nullable ParseProblem forbidden(byte[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      int b = a[i];
      if ((b >= 0 && b <= ' ') || b == '"' || b == '<' || b == '>' || b == 0x7f) {
        return new ParseProblem(i, "the URI holds a character that has to be escaped");
      }
    }
    return null;
  }
}

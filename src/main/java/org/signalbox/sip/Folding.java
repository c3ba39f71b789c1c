// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/** Header values that go over several lines (RFC 3261 §7.3.1). */
final class Folding {

  private Folding() {}

  /** The text of a value with each fold, its line end and the blanks around it, as one blank. */
  static String text(byte[] a, int from, int to) {
    int fold = Ascii.indexOf(a, from, to, '\n');
    if (fold < 0) {
      return Ascii.text(a, from, to);
    }
    OutputBuffer flat = new OutputBuffer(to - from);
    int at = from;
    while (fold >= 0) {
      flat.append(a, at, Ascii.trimEnd(a, at, fold) - at).append(' ');
      at = Ascii.skipSpace(a, fold, to);
      fold = Ascii.indexOf(a, at, to, '\n');
    }
    return flat.append(a, at, to - at).toString();
  }
}

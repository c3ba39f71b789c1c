// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.util.List;

/** Splits the values that share one header line (RFC 3261 §7.3.1). */
final class ValueReader {

  private ValueReader() {}

  /** Offset of the comma that ends the value beginning at {@code from}, or {@code to}. */
  static int end(byte[] a, int from, int to) {
    boolean angle = false;
    int i = from;
    while (i < to) {
      int b = a[i];
      if (b == '"') {
        int close = Quoted.end(a, i, to);
        i = close < 0 ? i + 1 : close;
        continue;
      }
      if (b == '<') {
        angle = Ascii.indexOf(a, i, to, '>') >= 0;
      } else if (b == '>') {
        angle = false;
      } else if (b == ',' && !angle) {
        return i;
      }
      i++;
    }
    return to;
  }

  /** Adds the texts between the commas of a range, trimmed; empty ones are passed over. */
  static void split(byte[] a, int from, int to, List<String> texts) {
    int at = from;
    while (at < to) {
      int end = end(a, at, to);
      int start = Ascii.skipSpace(a, at, end);
      int stop = Ascii.trimEnd(a, start, end);
      if (start < stop) {
        texts.add(Folding.text(a, start, stop));
      }
      at = end + 1;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.util.ArrayList;
import java.util.List;

/** Reads headers that hold addresses. */
final class AddressReader {

  private AddressReader() {}

  /** Those of all headers of a type that are well formed. */
  static List<NameAddress> all(byte[] a, HeaderIndex index, HeaderType type) {
    List<NameAddress> all = new ArrayList<>();
    for (int i = index.next(type, 0); i >= 0; i = index.next(type, i + 1)) {
      line(a, type, index.valueStart(i), index.valueEnd(i), all);
    }
    return List.copyOf(all);
  }

  private static void line(byte[] a, HeaderType type, int from, int to, List<NameAddress> all) {
    int at = from;
    while (at < to) {
      int end = type.list() ? ValueReader.end(a, at, to) : to;
      if (first(a, type, at, end) instanceof NameAddress address) {
        all.add(address);
      }
      at = end + 1;
    }
  }

  /** Reads the first address of a range. */
  static ParsedValue first(byte[] a, HeaderType type, int from, int to) {
    int end = type.list() ? ValueReader.end(a, from, to) : to;
    int start = Ascii.skipSpace(a, from, end);
    int stop = Ascii.trimEnd(a, start, end);
    if (stop - start == 1 && a[start] == '*') {
      return new ParseProblem(start, "an asterisk is no address");
    }
    return NameAddress.read(a, start, stop);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/** Finds the end of {@code host} and {@code port} (RFC 3261 §25.1), as URIs and Via share them. */
final class HostReader {

  private HostReader() {}

  /**
   * Behind the host that begins at {@code from}, or -1 when none does. Underscores pass: names with
   * them are in use although no RFC allows them.
   */
  static int end(byte[] a, int from, int to) {
    if (from < to && a[from] == '[') {
      return bracketed(a, from + 1, to);
    }
    int i = from;
    while (i < to && isHost(a[i])) {
      i++;
    }
    return i > from && a[from] != '.' ? i : -1;
  }

  private static int bracketed(byte[] a, int from, int to) {
    int colons = 0;
    int i = from;
    while (i < to && (Ascii.hex(a[i]) >= 0 || a[i] == ':' || a[i] == '.')) {
      colons += a[i] == ':' ? 1 : 0;
      i++;
    }
    boolean address = colons >= 2 && colons <= 7 && i < to && a[i] == ']';
    return address ? i + 1 : -1;
  }

  private static boolean isHost(int b) {
    int c = Ascii.lower(b);
    return (c >= 'a' && c <= 'z') || Ascii.isDigit(c) || c == '.' || c == '-' || c == '_';
  }

  static int portEnd(byte[] a, int from, int to) {
    int i = from;
    while (i < to && Ascii.isDigit(a[i])) {
      i++;
    }
    return i;
  }
}

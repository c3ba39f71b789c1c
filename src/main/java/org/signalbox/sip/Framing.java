// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

/**
 * Finds the borders of messages in a stream without building them (RFC 3261 §18.3). Stateless; any
 * thread.
 */
public final class Framing {

  /** Content-Length is absent. */
  public static final int NO_LENGTH = -1;

  /** Content-Length is no number, negative, too large, or given twice with different values. */
  public static final int BAD_LENGTH = -2;

  private Framing() {}

  /**
   * Offset behind the empty line that ends a header block, or -1 while it has not arrived.
   *
   * @param from where the start line begins; a search that goes on with more bytes may begin three
   *     bytes before the end of those it has seen
   * @param to behind the last byte that arrived
   */
  public static int headerBlockEnd(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != '\n') {
        continue;
      }
      if (i + 1 < to && bytes[i + 1] == '\n') {
        return i + 2;
      }
      if (i + 2 < to && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') {
        return i + 3;
      }
    }
    return -1;
  }

  /**
   * The value of Content-Length or its compact form in a complete header block.
   *
   * @param from where the start line begins
   * @param blockEnd what {@link #headerBlockEnd} gave
   * @return the length, {@link #NO_LENGTH} or {@link #BAD_LENGTH}
   */
  public static int contentLength(byte[] bytes, int from, int blockEnd) {
    int length = NO_LENGTH;
    int line = Ascii.indexOf(bytes, from, blockEnd, '\n') + 1;
    while (line < blockEnd) {
      int value = lengthValue(bytes, line, blockEnd);
      int next = nextHeader(bytes, line, blockEnd);
      if (value >= 0) {
        int stop = Ascii.trimEnd(bytes, value, next);
        int start = Ascii.skipSpace(bytes, value, stop);
        int found = (int) Ascii.number(bytes, start, stop, Integer.MAX_VALUE);
        if (found < 0 || (length != NO_LENGTH && length != found)) {
          return BAD_LENGTH;
        }
        length = found;
      }
      line = next;
    }
    return length;
  }

  /** Whether a complete header block, whose start line is at {@code from}, has such a header. */
  public static boolean has(byte[] bytes, int from, int blockEnd, String name) {
    int line = Ascii.indexOf(bytes, from, blockEnd, '\n') + 1;
    while (line < blockEnd) {
      if (value(bytes, nameEnd(bytes, line, blockEnd, name), blockEnd) >= 0) {
        return true;
      }
      line = nextHeader(bytes, line, blockEnd);
    }
    return false;
  }

  /** Offset behind the colon when the line is a Content-Length, else -1. */
  private static int lengthValue(byte[] a, int line, int to) {
    int name = nameEnd(a, line, to, "Content-Length");
    return value(a, name < 0 ? nameEnd(a, line, to, "l") : name, to);
  }

  /** Offset behind the colon that follows the name which ends at {@code name}, else -1. */
  private static int value(byte[] a, int name, int to) {
    if (name < 0) {
      return -1;
    }
    int colon = name;
    while (colon < to && Ascii.isBlank(a[colon])) {
      colon++;
    }
    return colon < to && a[colon] == ':' ? colon + 1 : -1;
  }

  private static int nameEnd(byte[] a, int line, int to, String name) {
    return Ascii.startsWithIgnoreCase(a, line, to, name) ? line + name.length() : -1;
  }

  private static int nextHeader(byte[] a, int line, int to) {
    int i = line;
    while (i < to) {
      int lf = Ascii.indexOf(a, i, to, '\n');
      if (lf < 0) {
        return to;
      }
      i = lf + 1;
      if (i == to || !Ascii.isBlank(a[i])) {
        return i;
      }
    }
    return to;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.util.Arrays;

/**
 * Where each header of one message stands: four ints a header in one array, in message order.
 * Filled once by one pass over the header block, then only read.
 */
final class HeaderIndex {

  private static final int START = 0;
  private static final int NAME_END_AND_TYPE = 1;
  private static final int VALUE_START = 2;
  private static final int VALUE_END = 3;
  private static final int WIDTH = 4;
  private static final int[] NONE = {};

  private static final int TYPICAL_LINE = 32;

  private int[] slots = NONE;
  private int count;

  /** Offset of the empty line that ends the block, or of the end of the bytes without one. */
  private int end;

  /** Offset behind that empty line. */
  private int bodyStart;

  int count() {
    return count;
  }

  /** Where header {@code i} begins; {@code i == count()} gives the end of the block. */
  int start(int i) {
    return i == count ? end : slots[i * WIDTH + START];
  }

  int nameEnd(int i) {
    return start(i) + (slots[i * WIDTH + NAME_END_AND_TYPE] >>> 8);
  }

  HeaderType type(int i) {
    return HeaderType.of(slots[i * WIDTH + NAME_END_AND_TYPE] & 0xff);
  }

  /** First byte of the value behind the blanks that follow the colon. */
  int valueStart(int i) {
    return slots[i * WIDTH + VALUE_START];
  }

  /** Behind the last byte of the value that is no blank. */
  int valueEnd(int i) {
    return slots[i * WIDTH + VALUE_END];
  }

  int end() {
    return end;
  }

  int bodyStart() {
    return bodyStart;
  }

  /** Index of the first header of a type at or behind {@code from}, or -1. */
  int next(HeaderType type, int from) {
    int wanted = type.number();
    for (int i = from; i < count; i++) {
      if ((slots[i * WIDTH + NAME_END_AND_TYPE] & 0xff) == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** Index of the first header of a type, and for a foreign one of a name, or -1. */
  int next(byte[] a, HeaderType type, String name, int from) {
    int i = next(type, from);
    while (i >= 0 && !named(a, i, type, name)) {
      i = next(type, i + 1);
    }
    return i;
  }

  boolean named(byte[] a, int i, HeaderType type, String name) {
    return type(i) == type
        && (type != HeaderType.OTHER || Ascii.equalsIgnoreCase(a, start(i), nameEnd(i), name));
  }

  /**
   * Indexes the header lines from {@code from} on.
   *
   * @return offset of the first byte of a line without an end, or -1 when the block is complete
   */
  int fill(byte[] a, int from, int to) {
    slots = new int[WIDTH * Math.min(Math.max((to - from) / TYPICAL_LINE, 8), 32)];
    int at = from;
    while (at < to) {
      if (a[at] == '\n' || (a[at] == '\r' && at + 1 < to && a[at + 1] == '\n')) {
        end = at;
        bodyStart = at + (a[at] == '\n' ? 1 : 2);
        return -1;
      }
      int next = header(a, at, to);
      if (next < 0) {
        return at;
      }
      at = next;
    }
    end = to;
    bodyStart = to;
    return -1;
  }

  private int header(byte[] a, int start, int to) {
    int i = start;
    while (i < to && Ascii.isToken(a[i])) {
      i++;
    }
    int nameEnd = i;
    while (i < to && Ascii.isBlank(a[i])) {
      i++;
    }
    boolean wellFormed = nameEnd > start && i < to && a[i] == ':';
    int lineEnd = lineEnd(a, i, to);
    if (lineEnd < 0) {
      return -1;
    }
    HeaderType type = wellFormed ? HeaderNames.find(a, start, nameEnd) : HeaderType.MALFORMED;
    int behindColon = wellFormed ? i + 1 : start;
    int valueEnd = Ascii.trimEnd(a, behindColon, lineEnd);
    add(start, nameEnd - start, type, Ascii.skipSpace(a, behindColon, valueEnd), valueEnd);
    return lineEnd;
  }

  /**
   * Behind the line end that no blank follows: a line that begins with one continues the header.
   */
  private static int lineEnd(byte[] a, int from, int to) {
    int lf = Ascii.indexOf(a, from, to, '\n');
    while (lf >= 0 && lf + 1 < to && Ascii.isBlank(a[lf + 1])) {
      lf = Ascii.indexOf(a, lf + 1, to, '\n');
    }
    return lf < 0 ? -1 : lf + 1;
  }

  private void add(int start, int nameLength, HeaderType type, int valueStart, int valueEnd) {
    int at = count * WIDTH;
    if (at == slots.length) {
      slots = Arrays.copyOf(slots, at * 2);
    }
    slots[at + START] = start;
    slots[at + NAME_END_AND_TYPE] = (nameLength << 8) | type.number();
    slots[at + VALUE_START] = valueStart;
    slots[at + VALUE_END] = valueEnd;
    count++;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds the type of a header by the bytes of its name: one look at a table, one comparison. */
final class HeaderNames {

  private static final int SLOTS = 1024;
  private static final byte[] @Nullable [] NAMES = new byte[SLOTS][];
  private static final HeaderType[] TYPES = new HeaderType[SLOTS];

  private HeaderNames() {}

  static {
    for (HeaderType type : HeaderType.values()) {
      if (!type.wireName().isEmpty()) {
        put(type.wireName(), type);
      }
      if (type.compactName() != 0) {
        put(String.valueOf(type.compactName()), type);
      }
    }
  }

  private static void put(String name, HeaderType type) {
    byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
    int slot = slot(bytes, 0, bytes.length);
    while (NAMES[slot] != null) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    NAMES[slot] = bytes;
    TYPES[slot] = type;
  }

  /** Length, first, middle and last byte tell most names apart, whatever the case of letters. */
  private static int slot(byte[] a, int from, int to) {
    int length = to - from;
    int first = a[from] | 0x20;
    int middle = a[from + (length >> 1)] | 0x20;
    int last = a[to - 1] | 0x20;
    return (length * 7 + first * 37 + middle * 101 + last * 211) & (SLOTS - 1);
  }

  /** The type of the name in a range that is not empty. */
  static HeaderType find(byte[] a, int from, int to) {
    for (int slot = slot(a, from, to); ; slot = (slot + 1) & (SLOTS - 1)) {
      byte[] name = NAMES[slot];
      if (name == null) {
        return HeaderType.OTHER;
      }
      if (same(a, from, to, name)) {
        return TYPES[slot];
      }
    }
  }

  /** Most senders write names as RFCs do, so that is tried first. */
  private static boolean same(byte[] a, int from, int to, byte[] name) {
    return to - from == name.length
        && (Arrays.equals(a, from, to, name, 0, name.length)
            || Ascii.equalsIgnoreCase(a, from, to, name, 0, name.length));
  }

  static HeaderType find(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return bytes.length == 0 ? HeaderType.OTHER : find(bytes, 0, bytes.length);
  }
}

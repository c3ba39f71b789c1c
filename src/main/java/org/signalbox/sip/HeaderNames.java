// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds the type of a header by the bytes of its name: one hash, one comparison. */
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
    int hash = 0;
    for (byte b : bytes) {
      hash = hash(hash, b);
    }
    int slot = slot(hash);
    while (NAMES[slot] != null) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    NAMES[slot] = bytes;
    TYPES[slot] = type;
  }

  /** Adds one byte of a name to its hash; letters count the same in any case. */
  static int hash(int hash, int b) {
    return 31 * hash + (b | 0x20);
  }

  private static int slot(int hash) {
    return (hash ^ (hash >>> 10)) & (SLOTS - 1);
  }

  /** The type of the name in a range whose bytes gave {@code hash}. */
  static HeaderType find(byte[] a, int from, int to, int hash) {
    for (int slot = slot(hash); ; slot = (slot + 1) & (SLOTS - 1)) {
      byte[] name = NAMES[slot];
      if (name == null) {
        return HeaderType.OTHER;
      }
      if (Ascii.equalsIgnoreCase(a, from, to, name, 0, name.length)) {
        return TYPES[slot];
      }
    }
  }

  static HeaderType find(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    int hash = 0;
    for (byte b : bytes) {
      hash = hash(hash, b);
    }
    return find(bytes, 0, bytes.length, hash);
  }
}

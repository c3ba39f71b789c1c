// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script;

/**
 * The hash that Kamailio's core makes of a text or two; scripts compute with it, so ours gives the
 * same numbers (transformations.md §2 {@code corehash}). The function {@code core_hash} gives one
 * more (modules.md §12).
 */
public final class CoreHash {
  private CoreHash() {}

  /** The whole hash, 0 to 2^32 - 1; a table of 2^n slots takes its lowest n bits. */
  public static long of(String first, String second) {
    int hash = absorb(absorb(0, first), second);
    hash = (hash + (hash >>> 11)) + ((hash >>> 13) + (hash >>> 23));
    return hash & 0xFFFF_FFFFL;
  }

  /** Four bytes at a time, what is left at the end together. */
  private static int absorb(int hash, String text) {
    int at = 0;
    int word = 0;
    int sum = hash;
    for (; at + 4 <= text.length(); at += 4) {
      word = word(text, at, at + 4);
      sum += word ^ (word >>> 3);
    }
    word = word(text, at, text.length());
    return sum + (word ^ (word >>> 3));
  }

  private static int word(String text, int from, int to) {
    int word = 0;
    for (int at = from; at < to; at++) {
      word = (word << 8) + text.charAt(at);
    }
    return word;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A range of bytes as a value: equal when the bytes are, so that it serves as a map key without a
 * String. It keeps the array it looks at alive; nobody may change those bytes. Hashes differ from
 * process to process.
 */
public final class Octets {

  /**
   * Peers choose branches and Call-IDs: without knowing these two numbers, which differ in every
   * process, they cannot choose many that share one place in a table.
   */
  private static final long SEED = new SecureRandom().nextLong();

  private static final long MULTIPLIER = new SecureRandom().nextLong() | 1;

  private final byte[] array;
  private final int offset;
  private final int length;
  private int hash; // benign race: every thread computes the same

  public Octets(byte[] array, int offset, int length) {
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  /** The UTF-8 bytes of a text. */
  public static Octets of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Octets(bytes, 0, bytes.length);
  }

  public byte[] array() {
    return array;
  }

  public int offset() {
    return offset;
  }

  public int length() {
    return length;
  }

  /** A copy of the bytes. */
  public byte[] toBytes() {
    return Arrays.copyOfRange(array, offset, offset + length);
  }

  /** The same bytes in an array of their own, so that a large message is not kept for them. */
  public Octets compact() {
    return new Octets(toBytes(), 0, length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that
        && Arrays.equals(
            array, offset, offset + length, that.array, that.offset, that.offset + that.length);
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = hash(array, offset, offset + length);
      hash = h;
    }
    return h;
  }

  /** The hash that {@link #hashCode} gives for a range, for tables that look up without a key. */
  public static int hash(byte[] array, int from, int to) {
    long h = SEED ^ (to - from);
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      h = mix(h ^ Ascii.eightBytes(array, i));
    }
    long rest = 0;
    for (; i < to; i++) {
      rest = (rest << 8) | (array[i] & 0xff);
    }
    h = mix(h ^ rest);
    return (int) (h ^ (h >>> 32));
  }

  private static long mix(long h) {
    long product = h * MULTIPLIER;
    return product ^ (product >>> 29);
  }

  /** The text, as {@link Ascii#text}. */
  @Override
  public String toString() {
    return Ascii.text(array, offset, offset + length);
  }
}

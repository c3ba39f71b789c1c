// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing byte array to write messages into, meant to be cleared and used again. Not thread-safe.
 */
public final class OutputBuffer {

  private byte[] bytes;
  private int size;

  public OutputBuffer() {
    this(2048);
  }

  /**
   * A buffer with room for a number of bytes.
   *
   * @param capacity bytes before the first growth
   */
  public OutputBuffer(int capacity) {
    bytes = new byte[Math.max(capacity, 16)];
  }

  /** The bytes written so far are the first {@link #size} of this array; growth replaces it. */
  public byte[] array() {
    return bytes;
  }

  public int size() {
    return size;
  }

  /** Forgets what was written; keeps the room for it. */
  public OutputBuffer clear() {
    size = 0;
    return this;
  }

  /** Cuts back to an earlier size. */
  public void truncate(int earlier) {
    if (earlier < 0 || earlier > size) {
      throw new IndexOutOfBoundsException(earlier);
    }
    size = earlier;
  }

  /** A copy of what was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  public OutputBuffer append(byte[] source) {
    return append(source, 0, source.length);
  }

  public OutputBuffer append(byte[] source, int offset, int length) {
    room(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
    return this;
  }

  public OutputBuffer append(Octets octets) {
    return append(octets.array(), octets.offset(), octets.length());
  }

  /** One ASCII character. */
  public OutputBuffer append(char c) {
    room(1);
    bytes[size++] = (byte) c;
    return this;
  }

  /** A text in UTF-8; plain ASCII costs no encoder. */
  public OutputBuffer append(String text) {
    int length = text.length();
    room(length);
    byte[] target = bytes;
    int at = size;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return append(text.getBytes(StandardCharsets.UTF_8));
      }
      target[at++] = (byte) c;
    }
    size = at;
    return this;
  }

  /** A decimal number. */
  public OutputBuffer append(long number) {
    if (number < 0) {
      return append(Long.toString(number));
    }
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    room(digits);
    long rest = number;
    for (int i = size + digits - 1; i >= size; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
    return this;
  }

  /** A number in lower-case hexadecimal digits, without leading zeros. */
  public OutputBuffer appendHex(long number) {
    int digits = Math.max(1, (67 - Long.numberOfLeadingZeros(number)) / 4);
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      append("0123456789abcdef".charAt((int) (number >>> shift) & 15));
    }
    return this;
  }

  /** Ends a line. */
  public OutputBuffer crlf() {
    room(2);
    bytes[size++] = '\r';
    bytes[size++] = '\n';
    return this;
  }

  /** What was written, as {@link Ascii#text}. */
  @Override
  public String toString() {
    return Ascii.text(bytes, 0, size);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
    }
  }
}

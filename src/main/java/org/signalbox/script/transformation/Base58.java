// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as a number in the base of 58 letters that cannot be confused, Bitcoin's alphabet; leading
 * zero bytes are ones. Numbers are halved, so that a long text does not cost its square.
 */
final class Base58 {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(58);

  /** As many digits as fit a long. */
  private static final int FEW = 10;

  private Base58() {}

  static String encode(byte[] bytes) {
    int zeros = 0;
    while (zeros < bytes.length && bytes[zeros] == 0) {
      zeros++;
    }
    BigInteger number = new BigInteger(1, bytes);
    StringBuilder digits = new StringBuilder();
    write(number, 1 + 2 * bytes.length * 7 / 10, digits);
    int first = 0;
    while (first < digits.length() && digits.charAt(first) == ALPHABET.charAt(0)) {
      first++;
    }
    return "1".repeat(zeros) + digits.substring(first);
  }

  private static void write(BigInteger number, int digits, StringBuilder out) {
    if (digits > FEW) {
      int low = digits / 2;
      BigInteger[] halves = number.divideAndRemainder(BASE.pow(low));
      write(halves[0], digits - low, out);
      write(halves[1], low, out);
      return;
    }
    long left = number.longValue();
    int end = out.length();
    for (int i = 0; i < digits; i++) {
      out.insert(end, ALPHABET.charAt((int) (left % 58)));
      left /= 58;
    }
  }

  /** The bytes, or null when a letter is not of the alphabet. */
  static byte @Nullable [] decode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (ALPHABET.indexOf(text.charAt(i)) < 0) {
        return null;
      }
    }
    int ones = 0;
    while (ones < text.length() && text.charAt(ones) == ALPHABET.charAt(0)) {
      ones++;
    }
    byte[] number = read(text, ones, text.length()).toByteArray();
    int sign = number[0] == 0 ? 1 : 0; // the number has a sign byte, and zero is one byte
    byte[] bytes = new byte[ones + number.length - sign];
    System.arraycopy(number, sign, bytes, ones, number.length - sign);
    return bytes;
  }

  private static BigInteger read(String text, int from, int to) {
    if (to - from > FEW) {
      int middle = (from + to) / 2;
      return read(text, from, middle).multiply(BASE.pow(to - middle)).add(read(text, middle, to));
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      number = 58 * number + ALPHABET.indexOf(text.charAt(i));
    }
    return BigInteger.valueOf(number);
  }
}

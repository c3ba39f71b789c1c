// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.signalbox.sip.Via;

/**
 * Makes branch parameters: unique, because a counter goes through a bijection, and not guessable,
 * because the bijection is keyed with random numbers (RFC 3261 §8.1.1.7).
 */
final class Branches {

  private static final String DIGITS = "0123456789abcdefghijklmnopqrstuv";
  private static final int DIGIT_BITS = 5;
  private static final int LENGTH = 13;

  private final long inner;
  private final long outer;
  private final AtomicLong counter;

  Branches() {
    SecureRandom random = new SecureRandom();
    inner = random.nextLong();
    outer = random.nextLong();
    counter = new AtomicLong(random.nextLong());
  }

  /** A new one, cookie included. */
  String next() {
    return Via.COOKIE.concat(tag());
  }

  /** The part that is unique, which serves as a tag too (RFC 3261 §19.3). */
  @SuppressWarnings("deprecation") // of the String constructors, the one that only copies bytes
  String tag() {
    long id = mix(mix(counter.incrementAndGet() ^ inner) + outer);
    byte[] digits = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      digits[i] = (byte) DIGITS.charAt((int) (id >>> (i * DIGIT_BITS)) & 31);
    }
    return new String(digits, 0, 0, LENGTH);
  }

  // The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
  private static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
    return y ^ (y >>> 31);
  }
}

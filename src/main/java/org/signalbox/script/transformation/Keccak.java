// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.transformation;

import java.util.Arrays;

/**
 * The sponge of FIPS 202. The JDK offers SHA-3 only, not the older padding that scripts know as
 * Keccak; one sponge serves both.
 */
final class Keccak {
  /** FIPS 202 §6.1. */
  static final int SHA3_PADDING = 0x06;

  /** The submission to NIST, before the standard. */
  static final int ORIGINAL_PADDING = 0x01;

  private static final int LANES = 25;
  private static final int ROUNDS = 24;

  private Keccak() {}

  /** The digest of a text; {@code bits} is 256, 384 or 512. */
  static byte[] digest(byte[] text, int bits, int padding) {
    int rate = (8 * LANES) - bits / 4;
    byte[] padded = Arrays.copyOf(text, (text.length / rate + 1) * rate);
    padded[text.length] ^= (byte) padding;
    padded[padded.length - 1] ^= (byte) 0x80;
    long[] state = new long[LANES];
    for (int block = 0; block < padded.length; block += rate) {
      for (int i = 0; i < rate; i++) {
        state[i / 8] ^= (padded[block + i] & 0xFFL) << (8 * (i % 8));
      }
      permute(state);
    }
    byte[] digest = new byte[bits / 8];
    for (int i = 0; i < digest.length; i++) {
      digest[i] = (byte) (state[i / 8] >>> (8 * (i % 8)));
    }
    return digest;
  }

  private static void permute(long[] state) {
    int register = 1;
    for (int round = 0; round < ROUNDS; round++) {
      theta(state);
      rhoAndPi(state);
      chi(state);
      for (int bit = 0; bit <= 6; bit++) {
        if ((register & 1) != 0) {
          state[0] ^= 1L << ((1 << bit) - 1);
        }
        register = (register << 1) ^ ((register >> 7) * 0x171); // x^8 + x^6 + x^5 + x^4 + 1
      }
    }
  }

  private static void theta(long[] state) {
    long[] column = new long[5];
    for (int i = 0; i < LANES; i++) {
      column[i % 5] ^= state[i];
    }
    for (int i = 0; i < LANES; i++) {
      state[i] ^= column[(i + 4) % 5] ^ Long.rotateLeft(column[(i + 1) % 5], 1);
    }
  }

  private static void rhoAndPi(long[] state) {
    int x = 1;
    int y = 0;
    long carried = state[1];
    for (int step = 1; step < LANES; step++) {
      int turned = (2 * x + 3 * y) % 5;
      x = y;
      y = turned;
      long next = state[x + 5 * y];
      state[x + 5 * y] = Long.rotateLeft(carried, step * (step + 1) / 2);
      carried = next;
    }
  }

  private static void chi(long[] state) {
    for (int row = 0; row < LANES; row += 5) {
      long first = state[row];
      long second = state[row + 1];
      for (int x = 0; x < 3; x++) {
        state[row + x] ^= ~state[row + x + 1] & state[row + x + 2];
      }
      state[row + 3] ^= ~state[row + 4] & first;
      state[row + 4] ^= ~first & second;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The final codes that mean a destination is well: {@code 2xx,404,480-489}. Immutable.
 *
 * @param text as it was written
 * @param codes the codes themselves
 */
public record SuccessCodes(String text, BitSet codes) {
  private static final int LEAST = 200;
  private static final int MOST = 699;

  /** Kamailio's. */
  public static final SuccessCodes DEFAULT = known("2xx");

  public SuccessCodes {
    codes = (BitSet) codes.clone();
  }

  /** A copy. */
  @Override
  public BitSet codes() {
    return (BitSet) codes.clone();
  }

  /** Whether a final code is among them. */
  public boolean contains(int code) {
    return codes.get(code);
  }

  /** Reads a list of codes, classes and ranges; null when it is none. */
  static @Nullable SuccessCodes parse(String text) {
    BitSet codes = new BitSet(MOST + 1);
    for (String part : text.strip().split("[,; ]+", -1)) {
      if (!add(part, codes)) {
        return null;
      }
    }
    return new SuccessCodes(text.strip(), codes);
  }

  private static boolean add(String part, BitSet codes) {
    if (part.matches("[2-6][xX]{2}")) {
      int first = (part.charAt(0) - '0') * 100;
      codes.set(first, first + 100);
      return true;
    }
    if (!part.matches("\\d{3}(-\\d{3})?")) {
      return false;
    }
    int first = Integer.parseInt(part.substring(0, 3));
    int last = Integer.parseInt(part.substring(part.length() - 3));
    if (first < LEAST || last > MOST || last < first) {
      return false;
    }
    codes.set(first, last + 1);
    return true;
  }

  private static SuccessCodes known(String text) {
    SuccessCodes codes = parse(text);
    if (codes == null) {
      throw new IllegalArgumentException(text);
    }
    return codes;
  }
}

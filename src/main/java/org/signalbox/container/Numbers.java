// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import org.jspecify.annotations.Nullable;

/** Reads numbers that peers wrote, which may be anything. */
final class Numbers {
  private Numbers() {}

  /** A number from 0 to 2^31 - 1; -1 for everything else. */
  static int orMinusOne(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > 10) {
      return -1;
    }
    long number = 0;
    for (int at = 0; at < text.length(); at++) {
      char digit = text.charAt(at);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      number = number * 10 + (digit - '0');
    }
    return number > Integer.MAX_VALUE ? -1 : (int) number;
  }
}

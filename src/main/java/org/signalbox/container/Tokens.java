// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import org.signalbox.sip.Quoted;

/** Spells parameter values (RFC 3261 §25.1). */
final class Tokens {
  private static final String MARKS = "-.!%*_+`'~";

  /** Hosts and host references are plain too ({@code gen-value}). */
  private static final String HOST_MARKS = "[]:";

  private Tokens() {}

  static String quotedIfNeeded(String value) {
    for (int at = 0; at < value.length(); at++) {
      char character = value.charAt(at);
      boolean plain =
          character < 0x80
              && (Character.isLetterOrDigit(character)
                  || MARKS.indexOf(character) >= 0
                  || HOST_MARKS.indexOf(character) >= 0);
      if (!plain) {
        return Quoted.quote(value);
      }
    }
    return value;
  }
}

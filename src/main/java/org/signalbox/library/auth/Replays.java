// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.auth;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of credentials that were good once before.
 *
 * @param counted whether {@code nc} must grow ({@code nonce_count})
 * @param once whether a nonce without {@code nc} is good once ({@code one_time_nonce}); with both,
 *     {@code nc} alone counts where there is one
 */
record Replays(boolean counted, boolean once, NonceUses uses) {
  private static final int STALE = -4;
  private static final int REUSED = -6;
  private static final int MALFORMED = -1;
  private static final int FINE = 1;

  /** Whether nonces must differ from each other. */
  boolean watched() {
    return counted || once;
  }

  /** Before the password is looked at: 1, or less than 0 why not. */
  int before(Credentials given) {
    return judged(given, null);
  }

  /** The password was right: 1 once, also when the same credentials come twice at one time. */
  int after(Credentials given) {
    return judged(given, uses);
  }

  private int judged(Credentials given, @Nullable NonceUses using) {
    String nonce = given.part("nonce");
    if (counted && !given.quality().isEmpty()) {
      long count = count(given.part("nc"));
      if (count < 0) {
        return MALFORMED;
      }
      return fresh(nonce, count, using) ? FINE : STALE;
    }
    return !once || fresh(nonce, 0, using) ? FINE : REUSED;
  }

  private boolean fresh(String nonce, long count, @Nullable NonceUses using) {
    return using == null ? uses.of(nonce) < count : using.use(nonce, count);
  }

  /** Eight hexadecimal digits; -1 for anything else. */
  private static long count(String text) {
    try {
      return text.length() == 8 ? Long.parseLong(text, 16) : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}

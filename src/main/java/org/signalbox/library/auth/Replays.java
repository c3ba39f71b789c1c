// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.auth;

import java.time.Instant;

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
    return judged(given, uses::fresh);
  }

  /** The password was right: 1 once, also when the same credentials come twice at one time. */
  int after(Credentials given, Instant now) {
    return judged(given, (nonce, count) -> uses.use(nonce, count, now));
  }

  private interface Look {
    boolean fresh(long nonce, long count);
  }

  private int judged(Credentials given, Look look) {
    if (!watched()) {
      return FINE;
    }
    long nonce = Nonces.place(given.part("nonce"));
    if (uses.forgotten(nonce)) {
      return STALE;
    }
    if (counted && !given.quality().isEmpty()) {
      long count = count(given.part("nc"));
      if (count < 0) {
        return MALFORMED;
      }
      return look.fresh(nonce, count) ? FINE : STALE;
    }
    return !once || look.fresh(nonce, 0) ? FINE : REUSED;
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

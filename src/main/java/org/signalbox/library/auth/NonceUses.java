// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.auth;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which nonces have been used, and up to which count, so that what was overheard is worth nothing.
 * Thread-safe, bounded: the nonces that were used first are forgotten.
 */
final class NonceUses {
  /** What {@link #of} gives for a nonce that nobody has used. */
  static final long NEVER = -1;

  private final int most;
  private final Map<String, Long> counts = new LinkedHashMap<>(); // guarded by this

  NonceUses(int most) {
    this.most = most;
  }

  /** The highest count it was used with. */
  synchronized long of(String nonce) {
    return counts.getOrDefault(nonce, NEVER);
  }

  /** Uses it; false when it was used with that count, or a higher one, already. */
  synchronized boolean use(String nonce, long count) {
    Long before = counts.get(nonce);
    if (before != null && before >= count) {
      return false;
    }
    counts.put(nonce, count);
    if (counts.size() > most) {
      Iterator<String> oldest = counts.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return true;
  }
}

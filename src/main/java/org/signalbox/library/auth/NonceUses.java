// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.auth;

import java.time.Instant;
import java.util.TreeMap;

/**
 * Which nonces have been used, and up to which count, so that what was overheard is worth nothing.
 * Nonces go by their {@linkplain Nonces#place places}. Thread-safe.
 *
 * <p>Bounded: what has expired is dropped; where that is not enough the oldest nonces are, and none
 * of their time is good any more. Nor is one from before the start, which may have been used then.
 */
final class NonceUses {
  private static final long NEVER = -1;

  private final int most;
  private final long expire;
  private final TreeMap<Long, Long> counts = new TreeMap<>(); // guarded by this
  private long forgotten; // guarded by this: the second up to which unknown nonces may be used ones

  /**
   * @param most how many are remembered
   * @param expire seconds for which a nonce is good
   * @param start from when on it sees every use
   */
  NonceUses(int most, long expire, Instant start) {
    this.most = most;
    this.expire = expire;
    this.forgotten = start.getEpochSecond() - 1;
  }

  /** Whether nobody can say any more if it was used. */
  synchronized boolean forgotten(long nonce) {
    return Nonces.second(nonce) <= forgotten && !counts.containsKey(nonce);
  }

  /** Whether it may be used with that count: it never was, or with lower ones only. */
  synchronized boolean fresh(long nonce, long count) {
    return !forgotten(nonce) && counts.getOrDefault(nonce, NEVER) < count;
  }

  /** Uses it; false when it is not {@link #fresh}. */
  synchronized boolean use(long nonce, long count, Instant now) {
    if (!fresh(nonce, count)) {
      return false;
    }
    counts.put(nonce, count);
    while (counts.size() > most || expired(counts.firstKey(), now)) {
      forgotten = Math.max(forgotten, Nonces.second(counts.pollFirstEntry().getKey()));
    }
    return true;
  }

  private boolean expired(long nonce, Instant now) {
    return now.getEpochSecond() - Nonces.second(nonce) >= expire;
  }

  /** How many are remembered. */
  synchronized int size() {
    return counts.size();
  }
}

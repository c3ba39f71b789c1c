// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Makes tags and Call-IDs that nobody has used before and nobody can guess. Thread-safe. */
final class Tags {
  private final long key;
  private final long otherKey;
  private final AtomicLong serial = new AtomicLong();

  Tags() {
    SecureRandom random = new SecureRandom();
    key = random.nextLong();
    otherKey = random.nextLong();
  }

  /** A tag that nobody has used before and nobody can guess. */
  String fresh() {
    return Long.toHexString(finished(key ^ serial.incrementAndGet()));
  }

  String callId() {
    long number = serial.incrementAndGet();
    return Long.toHexString(finished(key + number)) + Long.toHexString(finished(otherKey + number));
  }

  private long finished(long hash) {
    long value = (hash ^ hash >>> 32) * 0xBF58476D1CE4E5B9L + otherKey;
    value = (value ^ value >>> 29) * 0x94D049BB133111EBL;
    return value ^ value >>> 32;
  }
}

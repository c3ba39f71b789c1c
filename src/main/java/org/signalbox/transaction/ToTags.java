// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.Octets;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.Via;

/**
 * The To tag of a request is a keyed hash of what tells it from every other one: a retransmission
 * answered without a transaction gets the same (RFC 3261 §8.2.7), and so does the ACK of the
 * answer. Thread-safe.
 */
final class ToTags {
  private final long key;
  private final long otherKey;

  ToTags() {
    SecureRandom random = new SecureRandom();
    key = random.nextLong();
    otherKey = random.nextLong();
  }

  String of(SipRequest request) {
    long hash = mixed(key, request.callIdOctets());
    NameAddress from = request.from();
    hash = mixed(hash, from == null ? null : from.tagOctets());
    Via via = request.topVia();
    hash = mixed(hash, via == null ? null : via.branchOctets());
    return Long.toHexString(finished(hash));
  }

  private static long mixed(long hash, @Nullable Octets octets) {
    if (octets == null) {
      return hash * 31 + 1;
    }
    byte[] array = octets.array();
    int end = octets.offset() + octets.length();
    for (int at = octets.offset(); at < end; at++) {
      hash = (hash ^ array[at]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private long finished(long hash) {
    long value = (hash ^ hash >>> 32) * 0xBF58476D1CE4E5B9L + otherKey;
    value = (value ^ value >>> 29) * 0x94D049BB133111EBL;
    return value ^ value >>> 32;
  }
}

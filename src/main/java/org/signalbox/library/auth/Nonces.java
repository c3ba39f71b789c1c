// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.signalbox.sip.Method;
import org.signalbox.sip.NameAddress;
import org.signalbox.sip.SipMessage;
import org.signalbox.sip.SipRequest;

/**
 * Makes nonces and knows its own again without remembering any: a time and, under a secret, a seal
 * over it and over the parts of the request that the file wants bound to it. Immutable.
 */
final class Nonces {
  private static final String SEAL = "HmacSHA256";
  private static final int SEAL_LENGTH = 16;

  private final SecretKeySpec key;
  private final long expire;
  private final long drift;
  private final Bound bound;

  /** How a nonce that came back fares. */
  enum Verdict {
    GOOD,
    /** Ours, but too old or made for another request. */
    STALE,
    FOREIGN
  }

  /**
   * The parts that are bound to a nonce: 1 request URI, 2 Call-ID, 4 From tag, 8 source address.
   */
  record Bound(long register, long outsideDialogs, long inDialogs) {
    long of(SipMessage message) {
      if (message instanceof SipRequest request && request.is(Method.REGISTER)) {
        return register;
      }
      return message.toTag() == null ? outsideDialogs : inDialogs;
    }
  }

  /**
   * @param expire seconds for which a nonce is good
   * @param drift seconds by which one may be ahead of the clock
   */
  Nonces(byte[] secret, long expire, long drift, Bound bound) {
    this.key = new SecretKeySpec(secret, SEAL);
    this.expire = expire;
    this.drift = drift;
    this.bound = bound;
  }

  String next(SipMessage message, Instant now) {
    return text((int) now.getEpochSecond(), message);
  }

  Verdict verdict(String nonce, SipMessage message, Instant now) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(nonce);
    } catch (IllegalArgumentException notOurs) {
      return Verdict.FOREIGN;
    }
    if (bytes.length != Integer.BYTES + 2 * SEAL_LENGTH) {
      return Verdict.FOREIGN;
    }
    int made = ByteBuffer.wrap(bytes).getInt();
    byte[] expected = bytes(made, message);
    int seals = Integer.BYTES + SEAL_LENGTH;
    if (!same(bytes, expected, Integer.BYTES, seals)) {
      return Verdict.FOREIGN;
    }
    int age = (int) now.getEpochSecond() - made;
    boolean fresh = age < expire && age >= -drift;
    return fresh && same(bytes, expected, seals, bytes.length) ? Verdict.GOOD : Verdict.STALE;
  }

  private static boolean same(byte[] a, byte[] b, int from, int to) {
    return MessageDigest.isEqual(Arrays.copyOfRange(a, from, to), Arrays.copyOfRange(b, from, to));
  }

  private String text(int seconds, SipMessage message) {
    return Base64.getEncoder().encodeToString(bytes(seconds, message));
  }

  /** The time, its seal, and the seal of what is bound to it. */
  private byte[] bytes(int seconds, SipMessage message) {
    byte[] time = ByteBuffer.allocate(Integer.BYTES).putInt(seconds).array();
    return ByteBuffer.allocate(Integer.BYTES + 2 * SEAL_LENGTH)
        .put(time)
        .put(seal(time, ""), 0, SEAL_LENGTH)
        .put(seal(time, "bound " + parts(message)), 0, SEAL_LENGTH)
        .array();
  }

  private byte[] seal(byte[] time, String text) {
    try {
      Mac mac = Mac.getInstance(SEAL);
      mac.init(key);
      mac.update(time);
      return mac.doFinal(text.getBytes(ISO_8859_1));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has " + SEAL, e);
    }
  }

  private String parts(SipMessage message) {
    long wanted = bound.of(message);
    StringBuilder parts = new StringBuilder();
    if ((wanted & 1) != 0 && message instanceof SipRequest request) {
      parts.append(request.requestUriText());
    }
    parts.append('\n');
    if ((wanted & 2) != 0) {
      parts.append(message.callId());
    }
    parts.append('\n');
    NameAddress from = (wanted & 4) == 0 ? null : message.from();
    parts.append(from == null ? "" : from.tag()).append('\n');
    if ((wanted & 8) != 0 && !message.local()) {
      parts.append(message.received().source().getAddress().getHostAddress());
    }
    return parts.toString();
  }
}

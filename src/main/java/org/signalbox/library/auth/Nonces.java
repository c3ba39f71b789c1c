// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
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
  private final boolean unique;
  private final AtomicLong made = new AtomicLong();

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
   * @param unique whether no two are the same, which costs some bytes
   */
  Nonces(byte[] secret, long expire, long drift, Bound bound, boolean unique) {
    this.key = new SecretKeySpec(secret, SEAL);
    this.expire = expire;
    this.drift = drift;
    this.bound = bound;
    this.unique = unique;
  }

  String next(SipMessage message, Instant now) {
    ByteBuffer head = ByteBuffer.allocate(headLength()).putInt((int) now.getEpochSecond());
    if (unique) {
      head.putLong(made.incrementAndGet());
    }
    return Base64.getEncoder().encodeToString(sealed(head.array(), message));
  }

  Verdict verdict(String nonce, SipMessage message, Instant now) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(nonce);
    } catch (IllegalArgumentException notOurs) {
      return Verdict.FOREIGN;
    }
    if (bytes.length != headLength() + 2 * SEAL_LENGTH) {
      return Verdict.FOREIGN;
    }
    byte[] expected = sealed(Arrays.copyOf(bytes, headLength()), message);
    int seals = headLength() + SEAL_LENGTH;
    if (!same(bytes, expected, headLength(), seals)) {
      return Verdict.FOREIGN;
    }
    int age = (int) now.getEpochSecond() - ByteBuffer.wrap(bytes).getInt();
    boolean fresh = age < expire && age >= -drift;
    return fresh && same(bytes, expected, seals, bytes.length) ? Verdict.GOOD : Verdict.STALE;
  }

  /** When a nonce of ours that is watched was made, and which it was: later ones have greater. */
  static long place(String nonce) {
    ByteBuffer head = ByteBuffer.wrap(Base64.getDecoder().decode(nonce));
    long second = Integer.toUnsignedLong(head.getInt());
    return (second << (Integer.SIZE - 1)) | (head.getLong() & Integer.MAX_VALUE);
  }

  /** The second since 1970 in which the nonce with that place was made. */
  static long second(long place) {
    return place >>> (Integer.SIZE - 1);
  }

  private static boolean same(byte[] a, byte[] b, int from, int to) {
    return MessageDigest.isEqual(Arrays.copyOfRange(a, from, to), Arrays.copyOfRange(b, from, to));
  }

  /** A time and perhaps a number. */
  private int headLength() {
    return Integer.BYTES + (unique ? Long.BYTES : 0);
  }

  /** The head, its seal, and the seal of what is bound to it. */
  private byte[] sealed(byte[] head, SipMessage message) {
    return ByteBuffer.allocate(head.length + 2 * SEAL_LENGTH)
        .put(head)
        .put(seal(head, ""), 0, SEAL_LENGTH)
        .put(seal(head, "bound " + parts(message)), 0, SEAL_LENGTH)
        .array();
  }

  private byte[] seal(byte[] head, String text) {
    try {
      Mac mac = Mac.getInstance(SEAL);
      mac.init(key);
      mac.update(head);
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

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.auth;

import java.time.Instant;
import java.util.List;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.Quoted;
import org.signalbox.sip.SipMessage;

/**
 * Writes challenges: a header for each algorithm, the preferred one first (RFC 8760 §2.4).
 *
 * @param named whether the headers say which algorithm; MD5 alone need not be named
 */
record Challenges(Nonces nonces, List<DigestAlgorithm> algorithms, boolean named) {

  /** The protection that a challenge offers. */
  enum Quality {
    NONE(""),
    AUTH(", qop=\"auth\""),
    AUTH_INT(", qop=\"auth-int\"");

    private final String text;

    Quality(String text) {
      this.text = text;
    }

    /** As the flags of {@code www_challenge} have it: 1 auth, 2 auth-int. */
    static Quality ofChallenge(long flags) {
      return (flags & 2) != 0 ? AUTH_INT : (flags & 1) != 0 ? AUTH : NONE;
    }

    /** As the flags of {@code pv_www_authenticate} have it: 2 none, 4 auth, 8 auth-int. */
    static Quality ofAuthentication(long flags) {
      return (flags & 8) != 0 ? AUTH_INT : (flags & 4) != 0 ? AUTH : NONE;
    }
  }

  /**
   * Header lines with their ends.
   *
   * @param type WWW-Authenticate or Proxy-Authenticate
   * @param stale whether the client only has to hash again, and need not ask for a password
   */
  String lines(
      HeaderType type,
      String realm,
      Quality quality,
      boolean stale,
      SipMessage message,
      Instant now) {
    String common =
        type.wireName()
            + ": Digest realm="
            + Quoted.quote(realm)
            + ", nonce=\""
            + nonces.next(message, now)
            + '"'
            + quality.text
            + (stale ? ", stale=true" : "");
    StringBuilder lines = new StringBuilder();
    for (DigestAlgorithm algorithm : algorithms) {
      lines.append(common);
      if (named) {
        lines.append(", algorithm=").append(algorithm.wireName());
      }
      lines.append("\r\n");
    }
    return lines.toString();
  }
}

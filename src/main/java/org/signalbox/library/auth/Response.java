// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.util.Locale;
import org.signalbox.sip.SipMessage;

/** What a client that knows the password must have answered (RFC 7616 §3.4.1). */
final class Response {
  private Response() {}

  /** The hash of who, where and the password, which may be kept in the place of the password. */
  static String ha1(DigestAlgorithm algorithm, String username, String realm, String password) {
    return algorithm.hash(username + ":" + realm + ":" + password);
  }

  /**
   * A header line by which a server proves that it knows the password, too (RFC 7616 §3.5); for
   * auth-int that would take the reply's body, so it only names the next nonce.
   */
  static String info(Credentials given, DigestAlgorithm algorithm, String ha1, String nextNonce) {
    String next = "Authentication-Info: nextnonce=\"" + nextNonce + '"';
    if (given.quality().equals("auth-int")) {
      return next;
    }
    String proof = response(given, algorithm, ha1, ":" + given.part("uri"));
    String more =
        given.quality().isEmpty()
            ? ""
            : ", qop=%s, cnonce=\"%s\", nc=%s"
                .formatted(given.part("qop"), given.part("cnonce"), given.part("nc"));
    return next + ", rspauth=\"" + proof + '"' + more;
  }

  private static String response(
      Credentials given, DigestAlgorithm algorithm, String ha1, String a2) {
    String between = given.part("nonce");
    if (!given.quality().isEmpty()) {
      between += ":" + given.part("nc") + ":" + given.part("cnonce") + ":" + given.part("qop");
    }
    return algorithm.hash(ha1 + ":" + between + ":" + algorithm.hash(a2));
  }

  /** Whether the credentials are those of somebody who knows the password. */
  static boolean proven(
      Credentials given, DigestAlgorithm algorithm, String ha1, String method, SipMessage message) {
    String quality = given.quality();
    String a2 = method + ":" + given.part("uri");
    if (quality.equals("auth-int")) {
      a2 += ":" + algorithm.hash(message.body());
    }
    String expected = response(given, algorithm, ha1, a2);
    return MessageDigest.isEqual(
        expected.getBytes(ISO_8859_1),
        given.part("response").toLowerCase(Locale.ROOT).getBytes(ISO_8859_1));
  }
}

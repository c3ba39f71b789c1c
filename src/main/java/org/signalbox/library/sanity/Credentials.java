// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sanity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.AuthParameters;
import org.signalbox.sip.Header;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.SipMessage;

/** Whether digest credentials are complete (RFC 3261 §22.4, RFC 2617 §3.2.2). */
final class Credentials {
  private static final List<String> NEEDED =
      List.of("username", "realm", "nonce", "uri", "response");
  private static final List<String> NEEDED_WITH_QOP = List.of("cnonce", "nc");

  private Credentials() {}

  /**
   * What is wrong with those of a message, or null.
   *
   * @param digestOnly whether other schemes are wrong too
   */
  static @Nullable Failure failure(SipMessage message, boolean digestOnly) {
    Failure failure = failure(message, HeaderType.AUTHORIZATION, digestOnly);
    return failure == null ? failure(message, HeaderType.PROXY_AUTHORIZATION, digestOnly) : failure;
  }

  private static @Nullable Failure failure(
      SipMessage message, HeaderType type, boolean digestOnly) {
    if (!message.has(type)) {
      return null;
    }
    for (Header header : message.headers(type)) {
      Failure failure = failure(header.value(), digestOnly);
      if (failure != null) {
        return failure;
      }
    }
    return null;
  }

  private static @Nullable Failure failure(String value, boolean digestOnly) {
    int blank = value.indexOf(' ');
    String scheme = blank < 0 ? value : value.substring(0, blank);
    if (!scheme.equalsIgnoreCase("Digest")) {
      return digestOnly ? Failure.bad("Bad Auth Header") : null;
    }
    Map<String, String> parts = new HashMap<>();
    if (!AuthParameters.read(value.substring(scheme.length()), parts::put)) {
      return Failure.bad("Bad Auth Header");
    }
    if (!parts.keySet().containsAll(NEEDED)
        || (parts.containsKey("qop") && !parts.keySet().containsAll(NEEDED_WITH_QOP))) {
      return Failure.bad("Bad Auth Credentials");
    }
    return "".equals(parts.get("username")) ? Failure.bad("Auth Empty User") : null;
  }
}

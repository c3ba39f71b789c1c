// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.sanity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    Map<String, String> parts = parts(value.substring(scheme.length()));
    if (parts == null) {
      return Failure.bad("Bad Auth Header");
    }
    if (!parts.keySet().containsAll(NEEDED)
        || (parts.containsKey("qop") && !parts.keySet().containsAll(NEEDED_WITH_QOP))) {
      return Failure.bad("Bad Auth Credentials");
    }
    return "".equals(parts.get("username")) ? Failure.bad("Auth Empty User") : null;
  }

  /** The list by its names in small letters; null when a quote is not closed. */
  private static @Nullable Map<String, String> parts(String list) {
    Map<String, String> parts = new HashMap<>();
    int at = 0;
    while (at < list.length()) {
      int end = end(list, at);
      if (end < 0) {
        return null;
      }
      String part = list.substring(at, end);
      int equals = part.indexOf('=');
      if (equals > 0) {
        String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        parts.put(name, unquoted(part.substring(equals + 1).strip()));
      }
      at = end + 1;
    }
    return parts;
  }

  /** The next comma outside quotes, or the end; -1 when a quote is not closed. */
  private static int end(String list, int from) {
    boolean quoted = false;
    for (int i = from; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted && c == '\\') {
        i++;
      } else if (!quoted && c == ',') {
        return i;
      }
    }
    return quoted ? -1 : list.length();
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}

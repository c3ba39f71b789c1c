// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.auth;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.WireText;
import org.signalbox.sip.AuthParameters;
import org.signalbox.sip.Header;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.Quoted;
import org.signalbox.sip.SipMessage;

/** What a client has put into one header to prove who it is (RFC 7616 §3.4). */
final class Credentials {
  private static final String SCHEME = "digest";

  private final Header header;
  private final Map<String, String> parts;

  private Credentials(Header header, Map<String, String> parts) {
    this.header = header;
    this.parts = parts;
  }

  /** The first ones for a realm; null without any. */
  static @Nullable Credentials find(SipMessage message, HeaderType type, String realm) {
    for (Header header : message.headers(type)) {
      Map<String, String> parts = parts(WireText.bytes(header.value()));
      String named = parts.get("realm");
      if (named != null && realm.equals(Quoted.unquote('"' + named + '"'))) {
        return new Credentials(header, parts);
      }
    }
    return null;
  }

  Header header() {
    return header;
  }

  /** The text between the quotes, or empty. */
  String part(String name) {
    return parts.getOrDefault(name, "");
  }

  /** Whether everything is there that the answer is made of. */
  boolean complete() {
    boolean enough =
        !part("username").isEmpty()
            && !part("nonce").isEmpty()
            && parts.containsKey("uri")
            && !part("response").isEmpty();
    return enough && (quality().isEmpty() || !(part("cnonce").isEmpty() || part("nc").isEmpty()));
  }

  /** {@code auth}, {@code auth-int}, or empty. */
  String quality() {
    return part("qop").toLowerCase(Locale.ROOT);
  }

  /** What hashes it; null for what nobody here knows. */
  @Nullable DigestAlgorithm algorithm() {
    String name = part("algorithm");
    return name.isEmpty() ? DigestAlgorithm.MD5 : DigestAlgorithm.named(name);
  }

  /** The username before its @. */
  String user() {
    String name = part("username");
    int at = name.indexOf('@');
    return at < 0 ? name : name.substring(0, at);
  }

  /** By their names in small letters; empty for another scheme, an open quote, control bytes. */
  private static Map<String, String> parts(String value) {
    Map<String, String> parts = new HashMap<>();
    if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        || value.length() <= SCHEME.length()
        || value.charAt(SCHEME.length()) > ' '
        || value.chars().anyMatch(c -> c < ' ' && c != '\t')) {
      return parts;
    }
    String list = value.substring(SCHEME.length());
    return AuthParameters.read(list, parts::putIfAbsent) ? parts : Map.of();
  }
}

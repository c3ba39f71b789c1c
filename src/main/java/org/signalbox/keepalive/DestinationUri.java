// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.SipUri;
import org.signalbox.sip.Uri;

/** The one spelling under which a destination's URI is stored, compared and pinged. */
final class DestinationUri {
  private static final int LONGEST = 1024;
  private static final String FORBIDDEN = "<>\"\\^`{|}";
  private static final String[] PROTOCOLS = {"udp", "tcp", "tls", "sctp", "ws", "wss"};

  private static final Set<String> FOREIGN =
      Set.of("tel", "mailto", "http", "https", "im", "pres", "urn", "xmpp", "ftp", "file", "data");

  private DestinationUri() {}

  /**
   * Puts {@code sip:} in front where the scheme is missing, and writes scheme and host in small
   * letters; {@code proto:host:port} of the guide becomes a {@code transport} parameter.
   *
   * @return null when it is no SIP URI, or could not stand in a request
   */
  static @Nullable String normal(String given) {
    String uri = withScheme(given.strip());
    if (foreign(given.strip())
        || uri.length() > LONGEST
        || !printable(uri)
        || !(Uri.parse(uri) instanceof SipUri parsed)) {
      return null;
    }
    String spelled = parsed.withHost(parsed.host().toLowerCase(Locale.ROOT)).toString();
    return parsed.scheme() + spelled.substring(spelled.indexOf(':'));
  }

  /**
   * Where the part begins that {@code ka_is_alive} compares: Kamailio cuts four characters off the
   * stored URI, so that {@code sip:h} is {@code h} and {@code sips:h} is {@code :h}.
   */
  static int compared(String uri) {
    return hasScheme(uri) ? 4 : 0;
  }

  /** A hash of the compared part, the same for every spelling of it. */
  static int hash(String uri) {
    int hash = 0;
    for (int i = compared(uri); i < uri.length(); i++) {
      hash = 31 * hash + small(uri.charAt(i));
    }
    return hash;
  }

  /** Whether a caller's spelling means the stored URI; allocates nothing. */
  static boolean same(String stored, String given) {
    int shift = compared(given) - 4;
    if (stored.length() + shift != given.length()) {
      return false;
    }
    for (int i = 4; i < stored.length(); i++) {
      char a = stored.charAt(i);
      char b = given.charAt(i + shift);
      if (a != b && (a != small(b) || !inHost(stored, i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean inHost(String uri, int index) {
    int host = Math.max(4, uri.indexOf('@') + 1);
    return index >= host && index < end(uri, host);
  }

  /**
   * Whether this is the URI of something else: {@code tel:112} would read as port 112 of a host
   * named tel, and {@code mailto:a@b} as a user with a password. A host that is called so is
   * written with {@code sip:}.
   */
  private static boolean foreign(String given) {
    int colon = given.indexOf(':');
    if (colon < 0 || hasScheme(given)) {
      return false;
    }
    return given.indexOf('@') > colon
        || FOREIGN.contains(given.substring(0, colon).toLowerCase(Locale.ROOT));
  }

  private static String withScheme(String given) {
    if (hasScheme(given)) {
      return given;
    }
    for (String protocol : PROTOCOLS) {
      int after = protocol.length();
      if (given.regionMatches(true, 0, protocol, 0, after)
          && given.startsWith(":", after)
          && !digits(given, after + 1, given.length())) {
        return "sip:" + given.substring(after + 1) + ";transport=" + protocol;
      }
    }
    return "sip:" + given;
  }

  /** Letter by letter, because {@code ka_is_alive} comes here for every call that is routed. */
  private static boolean hasScheme(String uri) {
    return uri.length() >= 4
        && small(uri.charAt(0)) == 's'
        && small(uri.charAt(1)) == 'i'
        && small(uri.charAt(2)) == 'p'
        && (uri.charAt(3) == ':' || (small(uri.charAt(3)) == 's' && uri.startsWith(":", 4)));
  }

  private static boolean printable(String uri) {
    for (int i = 0; i < uri.length(); i++) {
      char c = uri.charAt(i);
      if (c <= ' ' || c >= 0x7f || FORBIDDEN.indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static int end(String uri, int host) {
    for (int i = host; i < uri.length(); i++) {
      if (uri.charAt(i) == ';' || uri.charAt(i) == '?') {
        return i;
      }
    }
    return uri.length();
  }

  private static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return from < to;
  }

  private static char small(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.util.Locale;
import java.util.function.BiConsumer;

/** The parameters of credentials and challenges (RFC 3261 §25.1: auth-param). */
public final class AuthParameters {

  private AuthParameters() {}

  /**
   * Hands over each parameter in the order of the list: its name in small letters, and its value
   * without quotes but with its backslashes, which are hashed as they are (RFC 7616 §3.4.2). What
   * has no name or no equals sign is passed over.
   *
   * @param list what stands behind the scheme
   * @return false when a quote is not closed: what was handed over before does not count
   */
  public static boolean read(String list, BiConsumer<String, String> taker) {
    int at = 0;
    while (at < list.length()) {
      int end = end(list, at);
      if (end < 0) {
        return false;
      }
      String part = list.substring(at, end);
      int equals = part.indexOf('=');
      if (equals > 0) {
        String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        taker.accept(name, unquoted(part.substring(equals + 1).strip()));
      }
      at = end + 1;
    }
    return true;
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

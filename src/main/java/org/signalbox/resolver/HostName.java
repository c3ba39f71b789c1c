// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked for: letters, digits, hyphens, underscores and dots (RFC 1123 §2.1, RFC 2782).
 */
final class HostName {
  private static final int MAX_LENGTH = 253;
  private static final int SHOWN = 80;

  private HostName() {}

  /** The name in lower case without a dot at its end, or null when it cannot be one. */
  static @Nullable String normalised(String host) {
    int length = host.endsWith(".") ? host.length() - 1 : host.length();
    if (length == 0 || length > MAX_LENGTH) {
      return null;
    }
    for (int i = 0; i < length; i++) {
      char c = host.charAt(i);
      boolean good =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-_.".indexOf(c) >= 0;
      if (!good) {
        return null;
      }
    }
    return host.substring(0, length).toLowerCase(Locale.ROOT);
  }

  /** A host for a sentence: it may come from anybody, so it is cut and freed of odd characters. */
  static String shown(String host) {
    String cut = host.length() > SHOWN ? host.substring(0, SHOWN) + "..." : host;
    return cut.replaceAll("[^ -~]", "?");
  }
}

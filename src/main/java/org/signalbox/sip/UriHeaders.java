// SPDX-License-Identifier: Apache-2.0
package org.signalbox.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The {@code name=value&name=value} part of a SIP URI (RFC 3261 §19.1.1). */
final class UriHeaders {

  private UriHeaders() {}

  static @Nullable String value(@Nullable String headers, String name) {
    for (String header : split(headers)) {
      int equals = header.indexOf('=');
      if (equals >= 0 && Escapes.decode(header.substring(0, equals)).equalsIgnoreCase(name)) {
        return Escapes.decode(header.substring(equals + 1));
      }
    }
    return null;
  }

  /** Whether both hold the same headers in any order; names match in any case, values exactly. */
  static boolean equivalent(@Nullable String left, @Nullable String right) {
    return normalised(left).equals(normalised(right));
  }

  private static List<String> normalised(@Nullable String headers) {
    List<String> all = new ArrayList<>();
    for (String header : split(headers)) {
      int equals = header.indexOf('=');
      String name = equals < 0 ? header : header.substring(0, equals);
      String value = equals < 0 ? "" : header.substring(equals);
      StringBuilder one = new StringBuilder(Escapes.decode(name).toLowerCase(Locale.ROOT));
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      Escapes.normalise(one, bytes, 0, bytes.length, false);
      all.add(one.toString());
    }
    Collections.sort(all);
    return all;
  }

  private static List<String> split(@Nullable String headers) {
    if (headers == null) {
      return List.of();
    }
    List<String> all = new ArrayList<>();
    int from = 0;
    while (from <= headers.length()) {
      int and = headers.indexOf('&', from);
      int to = and < 0 ? headers.length() : and;
      if (to > from) {
        all.add(headers.substring(from, to));
      }
      from = to + 1;
    }
    return all;
  }
}

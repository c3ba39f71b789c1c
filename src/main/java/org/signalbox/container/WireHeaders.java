// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.Header;
import org.signalbox.sip.HeaderType;
import org.signalbox.sip.SipMessage;

/** The header fields of a received message, read from its bytes at each question. */
record WireHeaders(SipMessage message) implements Headers {
  @Override
  public @Nullable String first(String name) {
    return message.value(name);
  }

  @Override
  public List<String> all(String name) {
    List<String> values = new ArrayList<>();
    for (Header header : message.headers(name)) {
      values.addAll(valuesOf(header));
    }
    return values;
  }

  /** A header that this server does not know may hold commas that separate nothing. */
  static List<String> valuesOf(Header header) {
    return header.type() == HeaderType.OTHER ? List.of(header.value()) : header.values();
  }

  @Override
  public List<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Header header : message.headers()) {
      if (header.type() != HeaderType.MALFORMED) {
        names.add(nameOf(header));
      }
    }
    return List.copyOf(names);
  }

  /** The long name as RFCs spell it, else the name as written. */
  static String nameOf(Header header) {
    String known = header.type().wireName();
    return known.isEmpty() ? header.name() : known;
  }
}

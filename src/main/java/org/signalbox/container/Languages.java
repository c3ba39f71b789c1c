// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.servlet.sip.ServletParseException;
import org.jspecify.annotations.Nullable;

/** Reads and writes Accept-Language and Content-Language (RFC 3261 §20.3, §20.13). */
final class Languages {
  private Languages() {}

  private record Weighted(Locale locale, float weight) {}

  /** The languages of header values, the most wanted first; what cannot be read is left out. */
  static List<Locale> ofValues(List<String> values) {
    List<Weighted> weighted = new ArrayList<>();
    for (String value : values) {
      @Nullable Weighted one = weighted(value);
      if (one != null) {
        weighted.add(one);
      }
    }
    // the sort is stable: equal weights keep the order of the message
    weighted.sort(Comparator.comparing(Weighted::weight).reversed());
    return weighted.stream().map(Weighted::locale).toList();
  }

  private static @Nullable Weighted weighted(String value) {
    try {
      EditableParameterable read = EditableParameterable.read(value);
      @Nullable String q = read.getParameter("q");
      float weight = q == null ? 1 : Float.parseFloat(q);
      Locale locale = Locale.forLanguageTag(read.getValue());
      return weight > 0 && !locale.getLanguage().isEmpty() ? new Weighted(locale, weight) : null;
    } catch (ServletParseException | NumberFormatException unreadable) {
      return null;
    }
  }
}

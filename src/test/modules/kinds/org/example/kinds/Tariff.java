package org.example.kinds;

import org.jspecify.annotations.Nullable;
import org.signalbox.sip.HeaderForm;

/** What a header {@code P-Tariff: night=7} says. */
record Tariff(String zone, int cents) {
  static final HeaderForm<Tariff> HEADER =
      HeaderForm.list("P-Tariff", Tariff.class, Tariff::parse);

  private static @Nullable Tariff parse(String value) {
    int equal = value.indexOf('=');
    return equal > 0 && value.substring(equal + 1).matches("\\d{1,6}")
        ? new Tariff(value.substring(0, equal), Integer.parseInt(value.substring(equal + 1)))
        : null;
  }
}

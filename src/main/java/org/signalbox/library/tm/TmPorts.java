// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.ParameterValues;
import org.signalbox.routing.TransactionCounts;

/** What the functions of the module reach once it is started; before, no message runs. */
final class TmPorts {
  private final TmCounters counters = new TmCounters();
  private @Nullable ParameterValues parameters;
  private @Nullable Tm tm;
  private @Nullable Relaying relaying;

  void settings(ParameterValues given) {
    parameters = given;
  }

  void connect(Bindings bindings) {
    Tm made = Tm.of(TmSettings.of(Objects.requireNonNull(parameters)), bindings, counters);
    tm = made;
    relaying = new Relaying(made);
  }

  Tm tm() {
    return Objects.requireNonNull(tm, "tm before its start");
  }

  TransactionCounts counts() {
    return counters.counts(tm().transactions().serverTransactions());
  }

  Relaying relaying() {
    return Objects.requireNonNull(relaying, "tm before its start");
  }

  ParameterValues parameters() {
    return Objects.requireNonNull(parameters, "tm before its start");
  }
}

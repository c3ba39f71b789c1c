// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.rtimer;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.signalbox.module.Attributes;
import org.signalbox.script.plan.Unresolvable;

/**
 * A timer as a file writes it: {@code name=ta;interval=5;mode=1}, {@code interval=200000u}.
 *
 * @param interval zero where the file has none
 * @param alone whether it has a worker of its own
 */
record RouteTimer(String name, Duration interval, boolean alone) {

  /** Reads a timer; throws {@link Unresolvable}. */
  static RouteTimer of(String written) {
    Attributes given = Attributes.of(written, "name", "interval", "mode");
    return new RouteTimer(
        given.text("name"), interval(given.text("interval", "0")), given.number("mode", 0) != 0);
  }

  private static Duration interval(String written) {
    boolean micros = written.endsWith("u");
    String digits = micros ? written.substring(0, written.length() - 1) : written;
    if (!digits.matches("\\d{1,10}")) {
      throw new Unresolvable("interval=" + written + " is neither seconds nor microseconds (100u)");
    }
    return Duration.of(Long.parseLong(digits), micros ? ChronoUnit.MICROS : ChronoUnit.SECONDS);
  }

  /** A route that a timer runs: {@code timer=ta;route=RT}. */
  record Run(String timer, String route) {

    /** Reads a line; throws {@link Unresolvable}. */
    static Run of(String written) {
      Attributes given = Attributes.of(written, "timer", "route");
      return new Run(given.text("timer"), given.text("route"));
    }
  }
}

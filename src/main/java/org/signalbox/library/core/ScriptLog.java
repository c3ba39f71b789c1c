// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.function.BiConsumer;
import org.signalbox.script.Span;
import org.signalbox.script.run.RunLog;
import org.signalbox.timer.TimeSource;

/** Faults of running scripts in the log, as often as {@link ToldFaults} lets them. Thread-safe. */
final class ScriptLog implements RunLog {
  private final ToldFaults told;

  ScriptLog(TimeSource time) {
    told = new ToldFaults(time);
  }

  @Override
  public void error(Span place, String message) {
    tell(place, message, CoreLog.LOG::scriptError);
  }

  @Override
  public void warning(Span place, String message) {
    tell(place, message, CoreLog.LOG::scriptWarning);
  }

  private void tell(Span place, String message, BiConsumer<String, String> log) {
    String line = ToldFaults.line(message);
    long before = told.occurred(place, line);
    if (before > 0) {
      CoreLog.LOG.scriptRepeated(place.toString(), before);
    }
    if (before >= 0) {
      log.accept(place.toString(), line);
    }
  }
}

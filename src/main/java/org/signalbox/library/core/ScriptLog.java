// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.signalbox.script.Span;
import org.signalbox.script.run.RunLog;
import org.signalbox.timer.TimeSource;

/**
 * Faults of running scripts in the log, each place and message once a minute with a count of what
 * was left out. Thread-safe.
 */
final class ScriptLog implements RunLog {
  private static final long INTERVAL = Duration.ofMinutes(1).toNanos();

  /** More places than a script has faults; beyond it the oldest are forgotten together. */
  private static final int MOST = 10_000;

  private record Key(Span place, String message) {}

  private final Map<Key, Repetition> repetitions = new ConcurrentHashMap<>();
  private final TimeSource time;

  ScriptLog(TimeSource time) {
    this.time = time;
  }

  @Override
  public void error(Span place, String message) {
    if (isDue(place, message)) {
      CoreLog.LOG.scriptError(place.toString(), message);
    }
  }

  @Override
  public void warning(Span place, String message) {
    if (isDue(place, message)) {
      CoreLog.LOG.scriptWarning(place.toString(), message);
    }
  }

  private boolean isDue(Span place, String message) {
    if (repetitions.size() > MOST) {
      repetitions.clear();
    }
    Repetition repetition =
        repetitions.computeIfAbsent(
            new Key(place, message), key -> new Repetition(time.nanos() - INTERVAL));
    long suppressed = repetition.occurred(time.nanos());
    if (suppressed > 0) {
      CoreLog.LOG.scriptRepeated(place.toString(), suppressed);
    }
    return suppressed >= 0;
  }

  /** One message of one place; guarded by itself. */
  private static final class Repetition {
    private long told;
    private long since;

    Repetition(long told) {
      this.told = told;
    }

    /** How many were left out when it is time to tell again; -1 when it is not. */
    synchronized long occurred(long now) {
      if (now - told < INTERVAL) {
        since++;
        return -1;
      }
      long left = since;
      told = now;
      since = 0;
      return left;
    }
  }
}

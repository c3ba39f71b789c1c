// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.signalbox.script.Span;
import org.signalbox.script.WireText;
import org.signalbox.timer.TimeSource;

/**
 * Which faults the log has had already: each text of a place once a minute, and no more than a few
 * texts of one place, because peers choose what stands in them. Thread-safe.
 */
final class ToldFaults {
  /** Different texts of one place in an interval. */
  static final int MOST_TEXTS = 8;

  private static final long INTERVAL = Duration.ofMinutes(1).toNanos();

  /** More places than a script has faults; beyond it all are forgotten together. */
  private static final int MOST_PLACES = 10_000;

  private static final int LONGEST = 400;

  private final Map<Span, Place> places = new ConcurrentHashMap<>();
  private final TimeSource time;

  ToldFaults(TimeSource time) {
    this.time = time;
  }

  /**
   * Whether a text is to be told now.
   *
   * @return how many of its place were left out before; -1 when it is left out as well
   */
  long occurred(Span place, String text) {
    if (places.size() > MOST_PLACES) {
      places.clear();
    }
    return places.computeIfAbsent(place, key -> new Place()).occurred(text, time.nanos());
  }

  /** A text of a script on one line, and not a long one: part of it may come from a peer. */
  static String line(String written) {
    String text = WireText.decoded(written);
    StringBuilder line = new StringBuilder(Math.min(text.length(), LONGEST));
    for (int i = 0; i < text.length() && i < LONGEST; i++) {
      char c = text.charAt(i);
      line.append(Character.isISOControl(c) ? '.' : c);
    }
    return text.length() > LONGEST ? line.append("...").toString() : line.toString();
  }

  /** What one place has told; guarded by itself. */
  private static final class Place {
    private final Set<String> told = new HashSet<>();
    private long begun;
    private long leftOut;

    synchronized long occurred(String text, long now) {
      if (told.isEmpty() || now - begun >= INTERVAL) {
        long before = leftOut;
        told.clear();
        told.add(text);
        begun = now;
        leftOut = 0;
        return before;
      }
      if (told.size() < MOST_TEXTS && told.add(text)) {
        return 0;
      }
      leftOut++;
      return -1;
    }
  }
}

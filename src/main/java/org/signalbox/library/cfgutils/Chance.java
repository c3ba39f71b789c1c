// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.cfgutils;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.signalbox.script.run.Frame;

/** An event that happens with a probability in percent, which scripts may change. Thread-safe. */
final class Chance {
  static final int DEFAULT = 10;
  private static final int CERTAIN = 100;

  private volatile int percent = DEFAULT;
  private volatile int initial = DEFAULT;

  /** What is wrong with a probability, or null. */
  static @Nullable String problem(long percent) {
    return percent < 0 || percent > CERTAIN ? "a probability has 0 to 100 percent" : null;
  }

  void begin(long probability) {
    initial = (int) probability;
    percent = initial;
  }

  int set(Frame frame, long wanted) {
    String problem = problem(wanted);
    if (problem != null) {
      frame.error(problem + ", not " + wanted);
      return -1;
    }
    percent = (int) wanted;
    return 1;
  }

  int reset(Frame frame) {
    percent = initial;
    return 1;
  }

  /** The probability as return value; 0 ends the script, as it does on Kamailio. */
  int percent(Frame frame) {
    return percent;
  }

  int happens(Frame frame) {
    return ThreadLocalRandom.current().nextInt(CERTAIN) < percent ? 1 : -1;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import org.jboss.logging.Logger;
import org.signalbox.routing.LogSink;

/** What scripts log, under {@code org.signalbox.script}, with Kamailio's level words in front. */
final class ScriptLines implements LogSink {
  private static final Logger LOG = Logger.getLogger("org.signalbox.script");

  /** From -5 to 3. */
  private static final String[] WORDS = {
    "ALERT", "BUG", "CRITICAL", "CRITICAL", "ERROR", "WARNING", "NOTICE", "INFO", "DEBUG"
  };

  @Override
  public void line(int level, String facility, String text) {
    int bounded = Math.max(-5, Math.min(3, level));
    String word = WORDS[bounded + 5];
    LOG.log(
        severity(bounded),
        facility.isEmpty() ? word + ": " + text : word + ": [" + facility + "] " + text);
  }

  private static Logger.Level severity(int level) {
    if (level <= -2) {
      return Logger.Level.FATAL;
    }
    return switch (level) {
      case -1 -> Logger.Level.ERROR;
      case 0 -> Logger.Level.WARN;
      case 3 -> Logger.Level.DEBUG;
      default -> Logger.Level.INFO;
    };
  }
}

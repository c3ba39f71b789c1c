// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

/** How a line of the script's log is written. Thread-safe. */
@FunctionalInterface
interface LineForm {

  /** The level word before the text, and the facility where the line has one of its own. */
  LineForm PLAIN =
      (level, facility, text) ->
          facility.isEmpty()
              ? word(level) + ": " + text
              : word(level) + ": [" + facility + "] " + text;

  /**
   * Writes one down, without line end.
   *
   * @param level Kamailio's number; beyond its range counts as its end
   * @param facility a syslog facility; empty for that of the file
   * @param text without level word; a character is a byte
   */
  String of(int level, String facility, String text);

  /** Kamailio's word for a level. */
  static String word(int level) {
    return switch (Math.max(-5, Math.min(3, level))) {
      case -5 -> "ALERT";
      case -4 -> "BUG";
      case -3, -2 -> "CRITICAL";
      case -1 -> "ERROR";
      case 0 -> "WARNING";
      case 1 -> "NOTICE";
      case 2 -> "INFO";
      default -> "DEBUG";
    };
  }
}

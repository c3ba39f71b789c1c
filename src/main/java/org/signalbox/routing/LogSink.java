// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

/** Where scripts write their log lines. Thread-safe; called on the thread of the message. */
@FunctionalInterface
public interface LogSink {

  /**
   * Takes one line.
   *
   * @param level Kamailio's number: -5 ALERT, -4 BUG, -3 and -2 CRITICAL, -1 ERROR, 0 WARNING, 1
   *     NOTICE, 2 INFO, 3 DEBUG; whoever calls has compared it with {@code debug} already
   * @param facility a syslog facility as {@code LOG_LOCAL0}; empty for that of the file
   * @param text one line without level word and line end; a character is a byte
   */
  void line(int level, String facility, String text);
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import org.jboss.logging.Logger;
import org.signalbox.routing.LogSink;
import org.signalbox.script.WireText;

/** What scripts log, under {@code org.signalbox.script}, in the server's log. */
final class ScriptLines implements LogSink {
  private static final Logger LOG = Logger.getLogger("org.signalbox.script");

  private final LineForm form;

  ScriptLines(LineForm form) {
    this.form = form;
  }

  @Override
  public void line(int level, String facility, String text) {
    LOG.log(severity(level), WireText.decoded(form.of(level, facility, text)));
  }

  private static Logger.Level severity(int level) {
    if (level <= -2) {
      return Logger.Level.FATAL;
    }
    return switch (level) {
      case -1 -> Logger.Level.ERROR;
      case 0 -> Logger.Level.WARN;
      case 1, 2 -> Logger.Level.INFO;
      default -> Logger.Level.DEBUG;
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.server;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the front door says. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 30000, max = 30999)
interface ServerLog {
  ServerLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), ServerLog.class, "org.signalbox.server");

  @LogMessage(level = INFO)
  @Message(id = 30000, value = "Signalbox is ready.%n%s")
  void ready(String summary);

  @LogMessage(level = ERROR)
  @Message(id = 30001, value = "Signalbox cannot start: %s")
  void cannotStart(String reason);

  @LogMessage(level = INFO)
  @Message(id = 30002, value = "Signalbox has stopped.")
  void stopped();

  @LogMessage(level = WARN)
  @Message(
      id = 30003,
      value = "The thread %s still runs %d ms after everything that it served was closed.")
  void threadStays(String name, long millis);

  @LogMessage(level = WARN)
  @Message(id = 30004, value = "Ending an instance of %s failed.")
  void destroyFailed(String className, @Cause Throwable cause);

  @LogMessage(level = ERROR)
  @Message(id = 30005, value = "Stopping %s failed; the rest is stopped all the same.")
  void stopFailed(String part, @Cause Throwable cause);

  @LogMessage(level = WARN)
  @Message(id = 30006, value = "%s=%d is out of range; %d stays in force.")
  void outOfRange(String parameter, long value, int kept);

  @LogMessage(level = WARN)
  @Message(id = 30007, value = "The configuration file can be used, but:%n%s")
  void warnings(String report);

  @LogMessage(level = ERROR)
  @Message(id = 30008, value = "The configuration file cannot be used:%n%s")
  void mistakes(String report);

  @LogMessage(level = INFO)
  @Message(id = 30009, value = "%s has loaded the routes of %s anew.")
  void reloaded(String user, String file);

  @LogMessage(level = WARN)
  @Message(id = 30010, value = "A line of the script's log cannot be written to stderr: %s")
  void stderrClosed(String cause);

  @LogMessage(level = ERROR)
  @Message(
      id = 30011,
      value =
          "Beans of the new modules %s have not begun; restart the server to have their timers.")
  void beansFailed(List<String> modules, @Cause Throwable cause);

  @LogMessage(level = WARN)
  @Message(
      id = 30012,
      value = "The file gives other values than at the start; they act after a restart: %s.")
  void afterRestart(String settings);
}

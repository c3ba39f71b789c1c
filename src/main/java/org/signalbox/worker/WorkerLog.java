// SPDX-License-Identifier: Apache-2.0
package org.signalbox.worker;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the worker groups tell operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 15000, max = 15999)
interface WorkerLog {
  WorkerLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), WorkerLog.class, "org.signalbox.worker");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 15000, value = "A task of worker group %s failed; the worker goes on.")
  void taskFailed(String group, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 15001,
      value =
          "Worker group %s refuses tasks: %d are waiting for %d workers. Give it more workers or"
              + " less work. Further refusals are counted, not logged, until its queue was empty.")
  void refusing(String group, int queued, int workers);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 15002, value = "Worker group %s dropped %d waiting tasks at shutdown.")
  void dropped(String group, int tasks);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 15003,
      value = "Worker group %s has not ended in time; a task still runs on %d workers.")
  void lingering(String group, int busy);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 15004,
      value =
          "Worker group %s gets no further thread and goes on with %d (%s). Look at the limits of"
              + " the system. This is logged once.")
  void noThread(String group, int threads, String why);
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the reading of a file tells operators besides its problems. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 24000, max = 24099)
interface CoreLog {
  CoreLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), CoreLog.class, "org.signalbox.library.core");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 24001, value = "The global parameter %s has no effect here and is ignored")
  void parameterIgnored(String name);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 24002, value = "The network interfaces of this machine cannot be listed: %s")
  void noInterfaces(String cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 24003, value = "%s: %s")
  void scriptError(String place, String message);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 24004, value = "%s: %s")
  void scriptWarning(String place, String message);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 24005, value = "%s: %d more messages of this place were left out")
  void scriptRepeated(String place, long times);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 24006, value = "The obsolete function %s has no effect and is ignored")
  void functionIgnored(String name);
}

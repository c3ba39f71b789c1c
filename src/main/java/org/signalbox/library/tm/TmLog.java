// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What transactions of scripts tell operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 24200, max = 24299)
interface TmLog extends BasicLogger {
  TmLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), TmLog.class, "org.signalbox.library.tm");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 24200, value = "The work on a transaction failed; what waits behind it goes on.")
  void failed(@Cause Throwable cause);
}

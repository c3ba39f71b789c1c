// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the module tells operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 22000, max = 22999)
interface AsyncLog extends BasicLogger {
  AsyncLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), AsyncLog.class, "org.signalbox.async");

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 22000,
      value = "%d waiting requests end with the server; INVITEs among them were answered with 503.")
  void ended(int requests);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 22001,
      value = "What goes on with the request of call %s has failed; it is answered with 500.")
  void callbackFailed(String callId, @Cause Throwable cause);
}

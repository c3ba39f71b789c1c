// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the module tells operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 22000, max = 22999)
interface AsyncLog {
  AsyncLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), AsyncLog.class, "org.signalbox.async");

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 22000,
      value = "%d waiting requests end with the server; INVITEs among them were answered with 503.")
  void ended(int requests);
}

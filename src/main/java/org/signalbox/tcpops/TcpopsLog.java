// SPDX-License-Identifier: Apache-2.0
package org.signalbox.tcpops;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the module {@code tcpops} tells operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 21000, max = 21999)
interface TcpopsLog {
  TcpopsLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), TcpopsLog.class, "org.signalbox.tcpops");

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 21000,
      value =
          "The end of connection %d is told to nobody: the workers have too much to do (%s). %d"
              + " such since the last such line.")
  void notTold(long conid, Object handover, long count);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 21001, value = "A listener failed when it heard of the end of connection %d.")
  void listenerFailed(long conid, @Cause Throwable thrown);
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What this room tells operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 23000, max = 23999)
interface SiprepoLog {
  SiprepoLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), SiprepoLog.class, "org.signalbox.siprepo");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 23001, value = "A sweep of the stored messages failed; the next one will try again")
  void sweepFailed(@Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 23002,
      value =
          "%d messages were not stored: there are %d of at most %d, which take %d bytes of at most"
              + " %d (max_items, max_bytes of siprepo)")
  void full(long refused, long items, long mostItems, long bytes, long mostBytes);
}

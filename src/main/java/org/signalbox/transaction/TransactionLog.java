// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What this room tells the operator. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 12000, max = 12999)
interface TransactionLog {

  TransactionLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), TransactionLog.class, "org.signalbox.transaction");

  @LogMessage(level = Level.WARN)
  @Message(
      id = 12000,
      value =
          "%2$d requests got 503 because the bound of %1$d server transactions is reached:"
              + " something upstream floods, or requests are left unanswered.")
  void serverTableFull(int bound, long refused);

  @LogMessage(level = Level.WARN)
  @Message(
      id = 12001,
      value =
          "%2$d requests were not sent because the bound of %1$d client transactions is reached.")
  void clientTableFull(int bound, long refused);

  @LogMessage(level = Level.INFO)
  @Message(
      id = 12002,
      value = "%d messages without a readable Via were dropped: nobody could be answered.")
  void noVia(long dropped);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 12003,
      value = "%d replies were dropped: they carry the branch of a request with another method")
  void mismatched(long replies);
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.jsonrpcs;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What {@code jsonrpcs} tells operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 25700, max = 25799)
interface JsonrpcsLog {
  JsonrpcsLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), JsonrpcsLog.class, "org.signalbox.library.jsonrpcs");

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 25700,
      value =
          "jsonrpcs answers over HTTP and in scripts; its FIFO, datagram and TCP sockets stay"
              + " closed in this version")
  void httpOnly();

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 25701, value = "jsonrpc_dispatch needs the module xhttp")
  void noHttp();
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.rpc;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What commands tell operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 17000, max = 17999)
interface RpcLog {
  RpcLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), RpcLog.class, "org.signalbox.rpc");

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 17000, value = "duplicate rpc \"%s\": the command that was there first stays")
  void duplicate(String name);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 17002, value = "invalid json doc: %s")
  void noJson(String problem);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 17001, value = "The command %s failed; its caller hears so")
  void failed(String name, @Cause Throwable cause);
}

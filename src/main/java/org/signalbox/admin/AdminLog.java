// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What this room tells operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 31000, max = 31999)
interface AdminLog extends BasicLogger {
  AdminLog LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(), AdminLog.class, "org.signalbox.admin");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 31000, value = "A request to the REST interface failed")
  void unexpected(@Cause Throwable broken);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31001, value = "%s added %s of owner %s to the watched destinations")
  void added(String user, String uri, String owner);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31002, value = "%s removed %s of owner %s from the watched destinations")
  void removed(String user, String uri, String owner);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31003, value = "%s removed all %d watched destinations")
  void flushed(String user, int count);
}

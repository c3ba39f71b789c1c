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

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31004, value = "%s calls %s")
  void called(String user, String command);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 31005, value = "The caller did not wait for the answer")
  void gone(@Cause Throwable broken);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31010, value = "%s resumed waiting request %d")
  void resumed(String user, long id);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31011, value = "%s lets request %d wait for %d s more")
  void extended(String user, long id, long seconds);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31012, value = "%s answered waiting request %d with %d")
  void cancelled(String user, long id, int code);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31020, value = "%s closed connection %d with %s")
  void closed(String user, long id, String peer);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31021, value = "%s set the lifetime of connection %d with %s: %s")
  void lifetime(String user, long id, String peer, String lifetime);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31022, value = "%s turned on keepalive on connection %d with %s: %s")
  void keepalive(String user, long id, String peer, Object values);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31023, value = "%s turned off keepalive on connection %d with %s")
  void noKeepalive(String user, long id, String peer);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31030, value = "%s changed %s of destination %s of owner %s")
  void changed(String user, Object settings, String uri, String owner);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31031, value = "%s paused destination %s of owner %s: %s")
  void paused(String user, String uri, String owner, String reason);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31032, value = "%s ended the pause of destination %s of owner %s")
  void resumed(String user, String uri, String owner);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31033, value = "%s paused all destinations: %s")
  void allPaused(String user, String reason);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31034, value = "%s ended the pause of all destinations")
  void allResumed(String user);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31040, value = "%s removed kept message %d of call %s")
  void removedMessage(String user, long number, String callId);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 31041, value = "%s had kept message %d of call %s run through route[%s]")
  void replayed(String user, long number, String callId, String route);
}

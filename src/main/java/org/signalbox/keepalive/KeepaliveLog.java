// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What this room tells operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 20000, max = 20999)
interface KeepaliveLog {
  KeepaliveLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), KeepaliveLog.class, "org.signalbox.keepalive");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 20001, value = "A ping could not be started; the others go on")
  void pingFailed(@Cause Throwable cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 20002, value = "A listener failed on news about destination %s")
  void listenerFailed(String destination, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 20003,
      value = "A listener is far behind: nobody is told of an order that concerned everybody")
  void newsLost();

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 20004,
      value = "%s cannot be written; destinations added now are watched, but not yet remembered")
  void journalFailed(Path file, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 20005,
      value =
          "%s cannot be opened and is left as it is; destinations added at run time will be"
              + " forgotten when the server stops")
  void journalUnusable(Path file, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 20006,
      value =
          "%s has %d lines that cannot be read; it is kept as %s, and the %d destinations that"
              + " could be read are watched")
  void journalUnreadable(Path file, int damaged, Path kept, int read);

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 20007,
      value = "The last line of %s was not complete; its %d bytes have been cut off")
  void journalRepaired(Path file, long bytes);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 20008, value = "%s has been written anew with %d destinations")
  void journalRewritten(Path file, int destinations);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 20009,
      value = "The configuration file names destination %s more than once; it is watched once")
  void namedTwice(String uri);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 20010, value = "A tick of the keepalive timer failed; the next one will try again")
  void tickFailed(@Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 20011, value = "Destination %s of %s is up: %s")
  void up(String uri, String owner, String why);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 20012, value = "Destination %s of %s is down: %s")
  void down(String uri, String owner, String why);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 20013, value = "%d more have gone up or down in the meantime")
  void moreChanged(int count);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 20014, value = "Address %s of destination %s of %s is up: %s")
  void targetUp(String address, String uri, String owner, String why);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 20015, value = "Address %s of destination %s of %s is down: %s")
  void targetDown(String address, String uri, String owner, String why);
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the resolver tells operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 11000, max = 11999)
interface ResolverLog {
  ResolverLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), ResolverLog.class, "org.signalbox.resolver");

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 11000, value = "The name servers took %d ms for %s %s.")
  void slow(long millis, DnsType type, String name);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 11001, value = "The hosts file %s cannot be read (%s); what was read before holds.")
  void hostsUnreadable(Path file, String cause);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 11002, value = "No answer for %s %s: %s.")
  void failed(DnsType type, String name, String cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 11003,
      value = "Whoever asked for %s %s failed with the answer; the others have it.")
  void callbackFailed(DnsType type, String name, @Cause Throwable cause);
}

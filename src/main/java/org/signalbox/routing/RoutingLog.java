// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What routing tells operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 16000, max = 16999)
interface RoutingLog extends BasicLogger {
  RoutingLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), RoutingLog.class, "org.signalbox.routing");

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 16000, value = "error while trying %s")
  void negative(String what);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 16001, value = "request to %s dropped (onsend_route)")
  void notSent(String destination);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 16002,
      value = "required headers not found in request: %d requests were dropped without an answer")
  void incomplete(long requests);
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.ctl;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What {@code ctl} tells operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 26100, max = 26199)
interface CtlLog {
  CtlLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), CtlLog.class, "org.signalbox.library.ctl");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 26100, value = "The sockets of ctl stay closed in this version")
  void closed();
}

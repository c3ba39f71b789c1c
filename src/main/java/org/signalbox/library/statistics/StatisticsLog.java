// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.statistics;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the module {@code statistics} tells operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 25300, max = 25349)
interface StatisticsLog {
  StatisticsLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), StatisticsLog.class, "org.signalbox.library.statistics");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 25300, value = "variable %s is given twice; the first one stays")
  void duplicate(String name);
}

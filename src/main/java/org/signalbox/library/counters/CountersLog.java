// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.counters;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the module {@code counters} tells operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 25350, max = 25399)
interface CountersLog {
  CountersLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), CountersLog.class, "org.signalbox.library.counters");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 25350, value = "counter %s already registered")
  void duplicate(String name);
}

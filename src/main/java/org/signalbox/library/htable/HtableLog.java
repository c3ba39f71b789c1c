// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the module {@code htable} tells operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 25000, max = 25099)
interface HtableLog {
  HtableLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), HtableLog.class, "org.signalbox.library.htable");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 25000, value = "htable %s is defined twice; the first definition holds")
  void duplicate(String name);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 25001,
      value = "event_route[htable:expired:%s] is not run for an item: too many tasks wait already")
  void endNotTold(String table);
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.module;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What modules tell operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 14000, max = 14999)
interface ModuleLog {
  ModuleLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), ModuleLog.class, "org.signalbox.module");

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 14001,
      value = "Module %s did not end cleanly; what it held may stay open until the server ends")
  void destroyFailed(String module, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 14002, value = "The class loader of %s cannot be closed; the file stays open")
  void jarNotClosed(Path jar, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 14003, value = "Worker %s %d of module %s has failed; it begins anew in a second")
  void workerFailed(String name, int rank, String module, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 14004, value = "Worker %s %d of module %s does not end when it is interrupted")
  void workerStays(String name, int rank, String module);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 14005,
      value = "Parameter <%s> of module <%s> is set to \"%s\", without effect here")
  void withoutEffect(String parameter, String module, Object value);
}

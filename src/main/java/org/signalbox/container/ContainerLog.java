// SPDX-License-Identifier: Apache-2.0
package org.signalbox.container;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What this room says to operators. */
@MessageLogger(projectCode = "SBX", length = 6)
@ValidIdRange(min = 13000, max = 13999)
interface ContainerLog extends BasicLogger {
  ContainerLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), ContainerLog.class, "org.signalbox.container");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 13000, value = "SIP application %s is in service with %d servlets.")
  void started(String application, int servlets);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 13001, value = "SIP application %s is out of service.")
  void stopped(String application);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 13002, value = "%s: %s")
  void fromServlet(String application, String message);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 13003, value = "%s complains: %s")
  void complaint(String application, String message, @Cause Throwable thrown);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 13010,
      value =
          "Servlet %s failed on %s, call %s: %s. The sender gets 500; correct the servlet. Failures"
              + " since the last such line: %d.")
  void requestFailed(String servlet, String method, String callId, String failure, long count);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 13011,
      value = "Servlet %s failed on response %d, call %s: %s. Correct the servlet.")
  void responseFailed(String servlet, int status, String callId, String failure);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 13012, value = "Listener %s failed on %s. Correct the listener.")
  void listenerFailed(String listener, String event, @Cause Throwable thrown);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 13013, value = "Servlet %s could not be destroyed cleanly.")
  void destroyFailed(String servlet, @Cause Throwable thrown);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 13014, value = "Servlet %s cannot be created: %s. Requests for it get 500.")
  void servletUnavailable(String servlet, String failure);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 13015,
      value = "There are %d application sessions, no more: 503. Raise %s in sip.xml.")
  void sessionsFull(int most, String parameter);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 13016,
      value =
          "Servlet %s refuses %s: %s. The sender gets 503. Refusals since the last such line: %d.")
  void requestRefused(String servlet, String method, String reason, long count);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 13017, value = "A %s cannot be sent: %s. Its servlet gets 500.")
  void requestUnsent(String method, String cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 13018,
      value = "The application ends while servlets still work on %d requests; they are destroyed.")
  void stillServing(int requests);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 13020, value = "No servlet wants %s %s: 404.")
  void nobodyWants(String method, String uri);
}

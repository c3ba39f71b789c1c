// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

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
@ValidIdRange(min = 10000, max = 10999)
interface TransportLog extends BasicLogger {
  TransportLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), TransportLog.class, "org.signalbox.transport");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 10000, value = "Listening on %s.")
  void listening(String address);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 10001, value = "Stopped listening on %s.")
  void stoppedListening(String address);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 10002, value = "Streams use Java's own sockets: epoll is not available (%s).")
  void withoutEpoll(String why);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 10010,
      value = "Input that is no SIP message: %d since the last such line; the latest from %s: %s.")
  void malformed(long count, String source, String reason);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 10011,
      value =
          "Handling a message from %s failed; it is dropped and the receiver goes on. %d such since"
              + " the last such line.")
  void handlingFailed(String source, long count, @Cause Throwable thrown);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 10012, value = "Receiving on %s failed; trying again.")
  void receivingFailed(String address, @Cause Throwable thrown);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 10013,
      value =
          "Every receiver of %s is held up in a message; more are lost when the queue is full."
              + " Raise children, or find what the script waits for.")
  void allHeldUp(String address);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 10014, value = "A receiver of %s is held up in a message; another steps in.")
  void relieved(String address);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 10020,
      value = "Connection %d to %s is closed: its peer reads too slowly, %d bytes wait.")
  void queueFull(long id, String peer, int bytes);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 10021, value = "A listener of connection %d failed.")
  void listenerFailed(long id, @Cause Throwable thrown);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 10022,
      value =
          "A connection from %s was refused: %d since the last such line. Raise"
              + " tcp_max_connections (%d) if they are wanted.")
  void limitReached(String peer, long count, int limit);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 10024,
      value =
          "A connection to %s was closed in the middle of a message: %d since the last such line."
              + " What is incomplete or waits takes %d bytes; find out who sends so much, or raise"
              + " tcp_children or, with cfg.set, tcp input_max.")
  void inputFull(String peer, long count, long bytes);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 10023,
      value =
          "A connection from %s was closed, because its PROXY header is wrong (%s): %d since the"
              + " last such line.")
  void wrongProxyHeader(String peer, String why, long count);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 10030,
      value = "Thread %s does not end: what it handles blocks. The transport is closed without it.")
  void threadStays(String thread);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 10031,
      value = "%s gets no further receiver: %s. Those it has go on, one message after the other.")
  void noThread(String socket, String cause);
}

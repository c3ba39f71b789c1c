// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.TransportProtocol;

/**
 * A stream connection of any protocol, as operators, scripts and modules see and steer it.
 *
 * <p>Thread-safe; nothing here blocks. Values of a closed connection stay as they were last.
 */
public interface Connection {

  /** From 1 in the order of creation, never reused while the transport lives. */
  long id();

  TransportProtocol protocol();

  /** The listening point that accepted it or, for an outgoing one, that it was opened for. */
  ListeningPoint listener();

  /** Whether this server opened it. */
  boolean outgoing();

  /** Who is at the other end; behind a proxy that says so, the client. */
  InetSocketAddress peer();

  /** The other end of the socket itself: {@link #peer}, or the proxy in front of it. */
  InetSocketAddress socketPeer();

  /** The address at this end; the listener's until an outgoing connection is open. */
  InetSocketAddress local();

  ConnectionState state();

  /** When it was accepted or began to open, by the wall clock. */
  Instant created();

  /** How long nothing has been received or sent. */
  Duration idle();

  /** The longest {@link #idle} it survives; empty for ever. */
  Optional<Duration> lifetime();

  /** What is left of its lifetime if nothing more happens; empty for ever. */
  Optional<Duration> remaining();

  long bytesReceived();

  long bytesSent();

  long messagesReceived();

  long messagesSent();

  /** Bytes that wait for the peer to read. */
  int queuedBytes();

  /**
   * Sets the lifetime and counts it from now; at once, shorter or longer.
   *
   * @param lifetime at least zero, or empty for ever
   * @return false when the connection is closed
   */
  boolean lifetime(Optional<Duration> lifetime);

  /**
   * Turns on the system's keepalive on the real socket; all or nothing is set.
   *
   * @return false when a value is out of range, the system refuses it, or the connection is closed
   */
  boolean keepalive(TcpKeepalive keepalive);

  /** Turns the system's keepalive off; false when the connection is closed. */
  boolean keepaliveOff();

  /**
   * Closes it: state and table show it gone when this returns, the peer sees it soon after what was
   * queued has been written.
   *
   * @return false when it was closed already
   */
  boolean close();
}

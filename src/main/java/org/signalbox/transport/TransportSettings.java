// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.util.List;

/**
 * What the configuration file says about sockets.
 *
 * @param listeners where to receive, in the order of the file
 * @param children most threads that receive on one UDP socket, at least 1 (Kamailio's {@code
 *     children}; one serves until it is held up)
 * @param tcpChildren most threads that handle what stream connections receive, at least 1 ({@code
 *     tcp_children})
 * @param receiveBuffer bytes asked of the kernel for a UDP socket's receive queue (option {@code
 *     -b})
 * @param tcp the {@code tcp_*} parameters; some may change while the transport runs
 */
public record TransportSettings(
    List<ListenerSettings> listeners,
    int children,
    int tcpChildren,
    int receiveBuffer,
    TcpParameters tcp) {

  /** Kamailio's {@code children} when the file does not say. */
  public static final int CHILDREN = 8;

  /**
   * Four times what Kamailio asks for: the queue outlasts a pause of the JVM of some 200 ms at 4
   * 000 messages a second. The kernel gives no more than {@code net.core.rmem_max}.
   */
  public static final int RECEIVE_BUFFER = 1 << 20;

  public TransportSettings {
    if (children < 1 || tcpChildren < 1) {
      throw new IllegalArgumentException("children and tcp_children must be at least 1");
    }
    listeners = List.copyOf(listeners);
  }

  /** These listeners, and Kamailio's defaults for the rest. */
  public static TransportSettings of(List<ListenerSettings> listeners) {
    return new TransportSettings(
        listeners, CHILDREN, CHILDREN, RECEIVE_BUFFER, new TcpParameters());
  }
}

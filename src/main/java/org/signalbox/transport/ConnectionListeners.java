// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.signalbox.transport.TransportLog.LOG;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Passes the end of every connection on to whoever wants to hear of it, in the order in which they
 * came. Thread-safe; one that fails keeps nobody else from hearing.
 */
public final class ConnectionListeners implements ConnectionListener {
  private final List<ConnectionListener> listeners = new CopyOnWriteArrayList<>();

  /** From now on it hears of connections that end. */
  public void add(ConnectionListener listener) {
    listeners.add(listener);
  }

  /** It hears nothing any more, except what is being told right now. */
  public void remove(ConnectionListener listener) {
    listeners.remove(listener);
  }

  @Override
  public void closed(ConnectionClosed event) {
    for (ConnectionListener listener : listeners) {
      try {
        listener.closed(event);
      } catch (RuntimeException e) {
        LOG.listenerFailed(event.connection().id(), e);
      }
    }
  }
}

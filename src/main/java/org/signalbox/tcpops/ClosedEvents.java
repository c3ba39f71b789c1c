// SPDX-License-Identifier: Apache-2.0
package org.signalbox.tcpops;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.signalbox.module.Port;
import org.signalbox.routing.Routing;
import org.signalbox.sip.ReceiveInfo;
import org.signalbox.timer.FloodGate;
import org.signalbox.timer.TimeSource;
import org.signalbox.transport.CloseReason;
import org.signalbox.transport.Connection;
import org.signalbox.transport.ConnectionClosed;
import org.signalbox.transport.ConnectionListener;
import org.signalbox.transport.ConnectionState;
import org.signalbox.worker.Handover;
import org.signalbox.worker.KeyedWorkers;
import org.signalbox.worker.WorkerGroups;

/**
 * Tells the end of connections, each once, to listeners and event routes: on workers, so that a
 * route that waits holds up no traffic (tcpops.md §5). Thread-safe.
 */
final class ClosedEvents implements ConnectionListener {
  static final String CLOSED = "tcp:closed";
  static final String TIMEOUT = "tcp:timeout";
  static final String RESET = "tcp:reset";

  /** Lines of events side by side; a route that waits holds up those in its own line. */
  private static final int LINES = 64;

  /** Ends that may wait: a server with very many connections may lose all of them at once. */
  private static final int MOST_WAITING = 200_000;

  private final Port<Routing> routing;
  private final KeyedWorkers workers;
  private final Set<Long> marked = ConcurrentHashMap.newKeySet();
  private final List<Consumer<TcpConnectionClosed>> listeners = new CopyOnWriteArrayList<>();
  private final FloodGate untold = new FloodGate(TimeSource.SYSTEM);
  private volatile ClosedEventMode mode = ClosedEventMode.ENABLED;
  private volatile boolean routes = true;

  ClosedEvents(Port<Routing> routing, Port<WorkerGroups> groups) {
    this.routing = routing;
    this.workers = new KeyedWorkers(() -> groups.get().events(), MOST_WAITING);
  }

  /**
   * Which ends are told.
   *
   * @param withRoutes false where a callback takes the place of the event routes
   */
  void tell(ClosedEventMode which, boolean withRoutes) {
    mode = which;
    routes = withRoutes;
  }

  ClosedEventMode mode() {
    return mode;
  }

  /** From now on it hears of ends, on a worker. */
  void listen(Consumer<TcpConnectionClosed> listener) {
    listeners.add(listener);
  }

  /** Has the end of this connection told in manual mode; false when it has ended already. */
  boolean mark(Connection connection) {
    marked.add(connection.id());
    if (connection.state() == ConnectionState.CLOSED) {
      marked.remove(connection.id());
      return false;
    }
    return true;
  }

  @Override
  public void closed(ConnectionClosed ended) {
    long conid = ended.connection().id();
    boolean wanted = mode.tells(marked.remove(conid)) && ended.reason() != CloseReason.SHUTDOWN;
    if (wanted) {
      TcpConnectionClosed event = TcpConnectionClosed.of(ended); // all that waits of a connection
      ReceiveInfo from =
          new ReceiveInfo(ended.connection().listener(), event.peer(), event.local(), conid);
      Handover handover = workers.submit(conid % LINES, () -> told(event, from));
      if (handover != Handover.ACCEPTED) {
        untold.pass(count -> TcpopsLog.LOG.notTold(conid, handover, count));
      }
    }
  }

  private void told(TcpConnectionClosed event, ReceiveInfo from) {
    if (routes) {
      routing.get().event(event.event(), routing.get().faked(from));
    }
    for (Consumer<TcpConnectionClosed> listener : listeners) {
      try {
        listener.accept(event);
      } catch (RuntimeException e) { // an observer's fault is not the next one's
        TcpopsLog.LOG.listenerFailed(event.conid(), e);
      }
    }
  }
}

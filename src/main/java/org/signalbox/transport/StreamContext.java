// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.signalbox.transport.TransportLog.LOG;

import java.util.concurrent.Executor;
import org.signalbox.timer.FloodGate;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;

/** What all stream connections of a transport share. */
record StreamContext(
    StreamSockets sockets,
    StreamRegistry registry,
    StreamStatistics statistics,
    TcpParameters tcp,
    TimerWheel wheel,
    TimeSource time,
    Intake intake,
    Executor workers,
    ConnectionListener listener,
    FloodGate crowd) {

  /** Tells the world that a connection has ended. */
  void closed(ConnectionClosed event) {
    try {
      listener.closed(event);
    } catch (RuntimeException e) {
      LOG.listenerFailed(event.connection().id(), e);
    }
  }
}

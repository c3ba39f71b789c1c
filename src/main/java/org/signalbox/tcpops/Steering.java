// SPDX-License-Identifier: Apache-2.0
package org.signalbox.tcpops;

import java.time.Duration;
import java.util.Optional;
import org.signalbox.script.run.Frame;
import org.signalbox.transport.Connection;
import org.signalbox.transport.ConnectionState;
import org.signalbox.transport.TcpKeepalive;

/** What a script asks one connection, or has it do (tcpops.md §4): 1 done, -1 not. */
final class Steering {
  private static final int FAILED = -1;

  private final ClosedEvents events;

  Steering(ClosedEvents events) {
    this.events = events;
  }

  int state(Frame frame, Connection connection, long[] none) {
    return number(connection.state());
  }

  /** As scripts know it; of Kamailio's -2 to -4 nothing is ever seen. */
  private static int number(ConnectionState state) {
    return switch (state) {
      case OK -> 1;
      case ACCEPT -> 2;
      case CONNECT -> 3;
      case CLOSED -> FAILED;
    };
  }

  int alive(Frame frame, Connection connection, long[] none) {
    return done(connection.state() != ConnectionState.CLOSED);
  }

  /** All three numbers are checked before any of them is set. */
  int keepalive(Frame frame, Connection connection, long[] idleCountInterval) {
    for (long number : idleCountInterval) {
      if (number < 1 || number > TcpKeepalive.MOST) {
        frame.error("tcp_keepalive_enable: " + number + " is out of range");
        return FAILED;
      }
    }
    TcpKeepalive wanted =
        new TcpKeepalive(
            (int) idleCountInterval[0], (int) idleCountInterval[1], (int) idleCountInterval[2]);
    boolean set = connection.keepalive(wanted);
    if (!set) {
      frame.error("tcp_keepalive_enable: the system does not take " + wanted);
    }
    return done(set);
  }

  int noKeepalive(Frame frame, Connection connection, long[] none) {
    return done(connection.keepaliveOff());
  }

  int lifetime(Frame frame, Connection connection, long[] seconds) {
    if (seconds[0] < 0) {
      frame.error("tcp_set_connection_lifetime: " + seconds[0] + " s is less than nothing");
      return FAILED;
    }
    long bounded = Math.min(seconds[0], Integer.MAX_VALUE);
    return done(connection.lifetime(Optional.of(Duration.ofSeconds(bounded))));
  }

  /** Without an id, it only means something where connections are marked. */
  int closedEvent(Frame frame, Connection connection, long[] none) {
    if (events.mode() != ClosedEventMode.MANUAL) {
      frame.warning(
          "tcp_enable_closed_event() can only be used if the \"closed_event\" parameter is 2");
      return FAILED;
    }
    return closedEventOf(frame, connection, none);
  }

  int closedEventOf(Frame frame, Connection connection, long[] none) {
    return done(events.mark(connection));
  }

  int close(Frame frame, Connection connection, long[] none) {
    return done(connection.close());
  }

  private static int done(boolean done) {
    return done ? 1 : FAILED;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.util.concurrent.TimeUnit;
import org.signalbox.timer.TimerNode;

/**
 * Everything a connection must not wait for too long, on one timer.
 *
 * <p>Traffic does not move the timer: when it expires, the connection looks whether anything is
 * really due and sleeps on if not. Used by the connection's thread, except that the timer expires
 * on the wheel's.
 */
final class StreamDeadlines extends TimerNode {

  private static final long NEVER = StreamActivity.FOR_EVER;

  private final StreamConnection connection;
  private final StreamContext context;
  private final long born;
  private long partialSince = NEVER;
  private long stuckSince = NEVER;
  private long progress;
  private long armed = NEVER;

  // The nearest deadline found while looking.
  private long nearest;
  private CloseReason reason = CloseReason.TIMEOUT;

  StreamDeadlines(StreamConnection connection, StreamContext context) {
    this.connection = connection;
    this.context = context;
    this.born = context.time().nanos();
  }

  /** Says after each read whether a message is incomplete. */
  void partial(boolean incomplete) {
    if (!incomplete) {
      partialSince = NEVER;
    } else if (partialSince == NEVER) {
      partialSince = context.time().nanos();
      review();
    }
  }

  /** Says that messages wait for the peer to read, or that none does. */
  void stuck(boolean waiting) {
    if (!waiting) {
      boolean was = stuckSince != NEVER;
      stuckSince = NEVER;
      if (was) {
        review(); // from now on it may be idle again
      }
    } else if (stuckSince == NEVER) {
      stuckSince = context.time().nanos();
      progress = connection.writeProgress();
      connection.progressed();
      review();
    }
  }

  /** Whether the peer is still to read something. */
  boolean stuck() {
    return stuckSince != NEVER;
  }

  /** Ends the connection if something is due; otherwise sees that the timer expires in time. */
  void review() {
    long now = context.time().nanos();
    noteProgress(now);
    nearest = NEVER;
    ConnectionState state = connection.state();
    if (state == ConnectionState.CONNECT) {
      seconds(born, TcpParameter.CONNECT_TIMEOUT);
    } else if (state == ConnectionState.ACCEPT) {
      long wait = context.tcp().value(TcpParameter.WAIT_DATA);
      consider(born + TimeUnit.MILLISECONDS.toNanos(wait), CloseReason.TIMEOUT);
    }
    seconds(partialSince, TcpParameter.MSG_READ_TIMEOUT);
    seconds(stuckSince, TcpParameter.SEND_TIMEOUT);
    boolean open = state != ConnectionState.CONNECT && state != ConnectionState.CLOSED;
    if (open && stuckSince == NEVER) {
      consider(connection.expiry(), CloseReason.LIFETIME);
    }
    if (nearest == NEVER) {
      return;
    }
    if (nearest - now <= 0) {
      connection.ending().overdue(reason);
    } else if (armed == NEVER || nearest - armed < 0) {
      armed = nearest;
      context.wheel().start(this, nearest - now);
    }
  }

  void cancel() {
    context.wheel().cancel(this);
  }

  @Override
  protected void expired() {
    connection.onLoop(
        () -> {
          armed = NEVER;
          review();
        });
  }

  private void noteProgress(long now) {
    if (stuckSince != NEVER && connection.writeProgress() != progress) {
      progress = connection.writeProgress();
      stuckSince = now;
      connection.progressed();
    }
  }

  private void seconds(long since, TcpParameter limit) {
    int seconds = context.tcp().value(limit);
    if (since != NEVER) {
      // Kamailio: -1 means the default.
      long nanos = TimeUnit.SECONDS.toNanos(seconds < 0 ? limit.initial() : seconds);
      consider(since + nanos, CloseReason.TIMEOUT);
    }
  }

  private void consider(long deadline, CloseReason why) {
    if (deadline != NEVER && (nearest == NEVER || deadline - nearest < 0)) {
      nearest = deadline;
      reason = why;
    }
  }
}

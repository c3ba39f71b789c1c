// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.signalbox.transport.SendOutcome.Cause;
import org.signalbox.transport.SendOutcome.Failed;

/**
 * How a connection ends: once, for the first reason that occurs, and told behind its last message.
 * Begun by any thread, carried out by the loop's.
 */
final class StreamEnd {
  private final StreamConnection connection;
  private final StreamContext context;
  private final AtomicReference<@Nullable Begun> begun = new AtomicReference<>();
  private boolean told; // the loop's

  /** Why, and what senders hear from then on. */
  private record Begun(CloseReason reason, Failed failure) {}

  StreamEnd(StreamConnection connection, StreamContext context) {
    this.connection = connection;
    this.context = context;
  }

  boolean hasBegun() {
    return begun.get() != null;
  }

  /** Why nothing can be sent any more; null while it lives. */
  @Nullable Failed failure() {
    Begun now = begun.get();
    return now == null ? null : now.failure;
  }

  /** Whether what was received before is still to be handled: nobody here wanted the end. */
  boolean handles() {
    Begun now = begun.get();
    return now == null || now.reason == CloseReason.RESET;
  }

  /**
   * Ends it; false when it has ended.
   *
   * @param drain whether what has been handed over to be sent still goes out first
   */
  boolean begin(CloseReason reason, boolean drain) {
    String text = "connection " + connection.id() + " is closed";
    return begin(reason, new Failed(Cause.CLOSED, text), drain);
  }

  private boolean begin(CloseReason reason, Failed failure, boolean drain) {
    if (!begun.compareAndSet(null, new Begun(reason, failure))) {
      return false;
    }
    context.registry().remove(connection);
    connection.onLoop(
        () -> {
          connection.writer.stop(failure);
          if (!drain || connection.writer.queued() == 0 || !connection.line.active()) {
            close();
          }
        });
    return true;
  }

  // From here on: the loop's thread only.

  void connectFailed(Throwable cause) {
    connectFailed(CloseReasons.of(cause), CloseReasons.failure(cause, connection.peer()));
  }

  private void connectFailed(CloseReason why, Failed failure) {
    if (begin(why, failure, false)) {
      context.statistics().connectFailed.increment();
    }
  }

  /** Reading or writing failed. */
  void broken(Throwable cause) {
    begin(CloseReasons.of(cause), false);
  }

  /** A deadline has passed. */
  void overdue(CloseReason why) {
    if (connection.state() == ConnectionState.CONNECT) {
      String text = connection.peerText() + " does not answer";
      connectFailed(CloseReason.TIMEOUT, new Failed(Cause.CONNECT_TIMEOUT, text));
    } else if (why == CloseReason.LIFETIME) {
      connection.line.later(this::expired); // behind what has been handed over to be sent
    } else {
      silent(why);
    }
  }

  private void silent(CloseReason why) {
    if (connection.writer.queued() > 0) {
      context.statistics().sendTimeout.increment();
    }
    if (!begin(why, false)) {
      close(); // it had ended, but its peer does not take what is left
    }
  }

  /** Its life is over, unless it has had a sign of life since. */
  private void expired() {
    StreamDeadlines deadlines = connection.deadlines;
    if (deadlines.stuck() || !connection.activity.expired()) {
      deadlines.review();
    } else if (!connection.inbox.onceIdle(deadlines::review) // else somebody may yet answer over it
        && begin(CloseReason.LIFETIME, false)) {
      context.statistics().timedOut.increment();
    }
  }

  /** Everything that was to be sent has been. */
  void drained() {
    if (hasBegun()) {
      close();
    }
  }

  void close() {
    connection.line.close(this::gone);
  }

  /** The channel is gone: the last thing that happens, told when every message has been handled. */
  void gone() {
    begin(CloseReason.CLOSED, false);
    Begun now = begun.get();
    if (told || now == null) {
      return;
    }
    told = true;
    connection.deadlines.cancel();
    connection.writer.failWaiting(now.failure);
    if (now.reason == CloseReason.RESET) {
      context.statistics().reset.increment();
    }
    ConnectionClosed event = new ConnectionClosed(connection, now.reason, context.time().instant());
    context.registry().release();
    connection.inbox.add(() -> context.closed(event), 0);
  }
}

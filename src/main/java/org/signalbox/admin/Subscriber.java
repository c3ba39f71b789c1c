// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayDeque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One client of the event stream, and what it has not been sent yet. Offering never blocks; events
 * go out one after another on the executor. At the bound all that waits is thrown away, and the
 * client learns by an {@code overflow} event that it has to read the list again.
 */
final class Subscriber {
  static final int MOST_WAITING = 1000;

  private final SseEventSink sink;
  private final Executor executor;
  private final OutboundSseEvent overflow;
  private final boolean answers;

  // Guarded by this.
  private final ArrayDeque<OutboundSseEvent> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param answers whether it wants to hear of every answer
   */
  Subscriber(SseEventSink sink, Executor executor, OutboundSseEvent overflow, boolean answers) {
    this.sink = sink;
    this.executor = executor;
    this.overflow = overflow;
    this.answers = answers;
  }

  boolean answers() {
    return answers;
  }

  boolean closed() {
    return sink.isClosed();
  }

  void offer(OutboundSseEvent event) {
    synchronized (this) {
      if (waiting.size() >= MOST_WAITING) {
        waiting.clear();
        waiting.add(overflow);
      }
      waiting.add(event);
      if (busy) {
        return;
      }
      busy = true;
    }
    proceed();
  }

  /** Sends until nothing waits, or until the socket is slow: then its completion goes on. */
  private void drain() {
    OutboundSseEvent event;
    while ((event = next()) != null) {
      if (sink.isClosed()) {
        close();
        return;
      }
      CompletionStage<?> sent = sink.send(event);
      if (!sent.toCompletableFuture().isDone()) {
        sent.whenComplete((done, failure) -> proceed(failure));
        return;
      }
      if (sent.toCompletableFuture().isCompletedExceptionally()) {
        close();
        return;
      }
    }
  }

  private void proceed(@Nullable Throwable failure) {
    if (failure == null) {
      proceed();
    } else {
      close();
    }
  }

  private void proceed() {
    try {
      executor.execute(this::drain);
    } catch (RejectedExecutionException stopping) {
      close();
    }
  }

  private synchronized @Nullable OutboundSseEvent next() {
    OutboundSseEvent event = waiting.poll();
    busy = event != null;
    return event;
  }

  void close() {
    synchronized (this) {
      waiting.clear();
      busy = true; // nothing is sent any more
    }
    sink.close();
  }
}

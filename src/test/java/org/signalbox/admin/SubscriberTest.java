// SPDX-License-Identifier: Apache-2.0
package org.signalbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class SubscriberTest {
  private final Sink sink = new Sink();
  private final Subscriber subscriber =
      new Subscriber(sink, Runnable::run, new Named("overflow"), true);

  @Test
  void aFastClientGetsEachEventAtOnce() {
    subscriber.offer(new Named("a"));
    subscriber.offer(new Named("b"));

    assertThat(sink.names()).containsExactly("a", "b");
  }

  @Test
  void aSlowClientGetsTheNextEventWhenItHasTakenTheOneBefore() {
    sink.slow = true;
    subscriber.offer(new Named("a"));
    subscriber.offer(new Named("b"));
    assertThat(sink.names()).containsExactly("a");

    sink.takeOne();

    assertThat(sink.names()).containsExactly("a", "b");
  }

  @Test
  void atTheBoundWhatWaitsGivesWayToAnOverflowEvent() {
    sink.slow = true;
    for (int i = 0; i <= Subscriber.MOST_WAITING; i++) {
      subscriber.offer(new Named("e" + i));
    }
    subscriber.offer(new Named("last"));
    sink.slow = false;
    sink.takeOne();

    assertThat(sink.names()).containsExactly("e0", "overflow", "last");
  }

  @Test
  void aClientThatIsGoneIsSentNothingMore() {
    sink.slow = true;
    subscriber.offer(new Named("a"));
    sink.pending.completeExceptionally(new java.io.IOException("gone"));
    subscriber.offer(new Named("b"));

    assertThat(sink.names()).containsExactly("a");
    assertThat(subscriber.closed()).isTrue();
  }

  @Test
  void aServerThatIsStoppingEndsItsClients() {
    Executor stopping =
        task -> {
          throw new RejectedExecutionException("stopping");
        };
    Subscriber late = new Subscriber(sink, stopping, new Named("overflow"), true);

    late.offer(new Named("a"));

    assertThat(sink.names()).isEmpty();
    assertThat(late.closed()).isTrue();
  }

  /** A client that takes events at once, or one at a time when the test says so. */
  private static final class Sink implements SseEventSink {
    final List<OutboundSseEvent> sent = new ArrayList<>();
    CompletableFuture<Object> pending = new CompletableFuture<>();
    boolean slow;
    private boolean closed;

    List<String> names() {
      return sent.stream().map(OutboundSseEvent::getName).toList();
    }

    void takeOne() {
      CompletableFuture<Object> taken = pending;
      pending = new CompletableFuture<>();
      taken.complete("");
    }

    @Override
    public boolean isClosed() {
      return closed;
    }

    @Override
    public CompletionStage<?> send(OutboundSseEvent event) {
      sent.add(event);
      return slow ? pending : CompletableFuture.completedFuture("");
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private record Named(String name) implements OutboundSseEvent {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public Class<?> getType() {
      return String.class;
    }

    @Override
    public Type getGenericType() {
      return String.class;
    }

    @Override
    public MediaType getMediaType() {
      return MediaType.TEXT_PLAIN_TYPE;
    }

    @Override
    public Object getData() {
      return name;
    }

    @Override
    public String getId() {
      return name;
    }

    @Override
    public String getComment() {
      return "";
    }

    @Override
    public long getReconnectDelay() {
      return RECONNECT_NOT_SET;
    }

    @Override
    public boolean isReconnectDelaySet() {
      return false;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.signalbox.transport.TransportLog.LOG;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.signalbox.transport.SendOutcome.Cause;
import org.signalbox.transport.SendOutcome.Failed;

/**
 * What a connection has to send. Messages come from any thread and leave on the connection's, each
 * whole. Fields belong to the connection's thread.
 */
final class StreamWriter {

  private static final byte[] PONG = {'\r', '\n'};
  private static final SendListener PONGED = outcome -> {};

  private final StreamConnection connection;
  private final StreamContext context;
  private final ArrayDeque<StreamMessage> waiting = new ArrayDeque<>(0);
  private @Nullable Channel channel;
  private @Nullable Failed stopped; // what messages hear that come too late
  private final AtomicInteger queued = new AtomicInteger(); // read by all
  private long messages;

  StreamWriter(StreamConnection connection, StreamContext context) {
    this.connection = connection;
    this.context = context;
  }

  int queued() {
    return queued.get();
  }

  /** Changes whenever the kernel has taken something. */
  long progress() {
    ChannelOutboundBuffer buffer = channel == null ? null : channel.unsafe().outboundBuffer();
    return messages * Integer.MAX_VALUE + (buffer == null ? 0 : buffer.currentProgress());
  }

  /**
   * Takes a copy of a message from any thread. What is handed over before the connection ends in
   * good order still goes out.
   */
  void send(byte[] buffer, int offset, int length, SendListener listener) {
    Failed dead = connection.failure();
    if (dead != null) {
      tell(listener, dead);
      return;
    }
    long all = context.registry().queue(length);
    if (all > length && all > context.tcp().value(TcpParameter.WQ_MAX)) {
      context.registry().queue(-length);
      context.statistics().sendQueueFull.increment();
      tell(listener, new Failed(Cause.QUEUE_FULL, "tcp_wq_max is reached: " + all + " bytes wait"));
      return;
    }
    ByteBuf bytes = ByteBufAllocator.DEFAULT.directBuffer(length);
    bytes.writeBytes(buffer, offset, length);
    StreamMessage message = new StreamMessage(bytes, listener, this);
    if (connection.isLoop()) {
      accept(message);
    } else if (!connection.onLoop(message)) {
      fail(message, new Failed(Cause.CLOSED, "the transport is closed"));
    }
  }

  /** Answers a keep-alive (RFC 5626 §3.5.1); bounded like everything that is sent. */
  void pong() {
    context.registry().queue(PONG.length);
    ByteBuf bytes = ByteBufAllocator.DEFAULT.directBuffer(PONG.length).writeBytes(PONG);
    accept(new StreamMessage(bytes, PONGED, this));
  }

  void accept(StreamMessage message) {
    if (stopped != null) {
      fail(message, stopped);
    } else if (queued.get() > 0
        && queued.get() + (long) message.length > context.tcp().value(TcpParameter.CONN_WQ_MAX)) {
      overflow(message);
    } else {
      queued.addAndGet(message.length);
      if (channel == null) {
        waiting.add(message);
      } else {
        write(message, channel);
      }
    }
  }

  /** The connection is open: what waited goes out. */
  void opened(Channel open) {
    channel = open;
    StreamMessage message;
    while ((message = waiting.poll()) != null) {
      write(message, open);
    }
  }

  /** Takes nothing any more; what it has taken still goes out as long as the channel is open. */
  void stop(Failed outcome) {
    stopped = outcome;
  }

  /** The connection will not open any more. */
  void failWaiting(Failed outcome) {
    StreamMessage message;
    while ((message = waiting.poll()) != null) {
      queued.addAndGet(-message.length);
      fail(message, outcome);
    }
  }

  void written(StreamMessage message, @Nullable Throwable cause) {
    queued.addAndGet(-message.length);
    messages++;
    if (cause == null) {
      context.registry().queue(-message.length);
      connection.sent(message.length, message.listener != PONGED);
      tell(message.listener, connection.sentOutcome());
    } else {
      connection.ending().broken(cause);
      fail(message, new Failed(Cause.CLOSED, "the connection broke: " + cause.getMessage()), false);
    }
    if (queued.get() == 0) {
      connection.drained();
    }
  }

  private void write(StreamMessage message, Channel open) {
    open.writeAndFlush(message.bytes).addListener(message);
    connection.stuck(queued.get() > 0);
  }

  /** The peer reads too slowly for what it asks: Kamailio closes such a connection, too. */
  private void overflow(StreamMessage message) {
    context.statistics().sendQueueFull.increment();
    fail(
        message,
        new Failed(
            Cause.QUEUE_FULL,
            "tcp_conn_wq_max is reached: "
                + queued.get()
                + " bytes wait for "
                + connection.peerText()));
    if (channel != null) {
      LOG.queueFull(connection.id(), connection.peerText(), queued.get());
      connection.end(CloseReason.CLOSED);
    }
  }

  private void fail(StreamMessage message, Failed outcome) {
    fail(message, outcome, true);
  }

  private void fail(StreamMessage message, Failed outcome, boolean unsent) {
    if (unsent) {
      message.bytes.release();
    }
    context.registry().queue(-message.length);
    tell(message.listener, outcome);
  }

  private void tell(SendListener listener, SendOutcome outcome) {
    try {
      listener.outcome(outcome);
    } catch (RuntimeException e) {
      LOG.listenerFailed(connection.id(), e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What a connection has of Netty: the loop that does everything for it, and the channel, once there
 * is one.
 */
final class StreamLine {
  private final EventLoop loop;
  private final StreamSockets sockets;
  private volatile @Nullable Channel channel; // written by the loop

  StreamLine(EventLoop loop, StreamSockets sockets) {
    this.loop = loop;
    this.sockets = sockets;
  }

  boolean isLoop() {
    return loop.inEventLoop();
  }

  /** Runs on the loop, at once if this is it; false when the loop has ended. Any thread. */
  boolean onLoop(Runnable task) {
    if (loop.inEventLoop()) {
      task.run();
      return true;
    }
    try {
      loop.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** Turns keepalive on; false when there is no open channel, or it is refused. Any thread. */
  boolean keepalive(TcpKeepalive keepalive) {
    Channel open = channel;
    return open != null && sockets.keepalive(open, keepalive);
  }

  /** Turns keepalive off; false when there is no open channel. Any thread. */
  boolean keepaliveOff() {
    Channel open = channel;
    return open != null && sockets.keepaliveOff(open);
  }

  // From here on: the loop's thread only.

  /** Runs on the loop behind everything that it has been given by now. */
  void later(Runnable task) {
    loop.execute(task);
  }

  /** Gets its channel, which need not be open yet. */
  void attach(Channel fresh, Runnable gone) {
    channel = fresh;
    fresh.closeFuture().addListener(closed -> loop.execute(gone));
  }

  InetSocketAddress local() {
    Channel open = channel;
    if (open == null) {
      throw new IllegalStateException("it is not open");
    }
    return (InetSocketAddress) open.localAddress();
  }

  boolean active() {
    Channel open = channel;
    return open != null && open.isActive();
  }

  void reading(boolean on) {
    Channel open = channel;
    if (open != null) {
      open.config().setAutoRead(on);
    }
  }

  /** Closes the channel; without one, there is nothing to wait for. */
  void close(Runnable gone) {
    Channel open = channel;
    if (open == null) {
      loop.execute(gone);
    } else {
      var unused = open.close();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.signalbox.transport.TransportLog.LOG;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.timer.FloodGate;
import org.signalbox.transport.SendOutcome.Cause;
import org.signalbox.transport.SendOutcome.Failed;

/**
 * The streams: one thread accepts, several read and write, each connection on one of them for its
 * whole life.
 */
final class StreamTransport {

  private final StreamContext context;
  private final ThreadRoll threads;
  private final EventLoopGroup acceptor;
  private final EventLoopGroup loops;
  private final StreamWorkers workers;
  private final FloodGate gate;
  private final FloodGate strangers;
  private final List<Channel> listeners = new ArrayList<>();

  /**
   * @param workers handle what the loops have read
   * @param children most threads that read and write; more than processors gain nothing
   */
  StreamTransport(
      StreamContext context, ThreadFactory factory, StreamWorkers workers, int children) {
    this.context = context;
    this.workers = workers;
    this.threads = new ThreadRoll(factory, "sip-stream");
    int readers = Math.min(children, Runtime.getRuntime().availableProcessors());
    this.acceptor = new MultiThreadIoEventLoopGroup(1, threads, context.sockets().loops());
    this.loops = new MultiThreadIoEventLoopGroup(readers, threads, context.sockets().loops());
    this.gate = new FloodGate(context.time());
    this.strangers = new FloodGate(context.time());
  }

  /** A bound listener that does not accept yet. */
  final class Listener {
    private final Channel channel;
    private @Nullable ListeningPoint point; // written before it accepts

    private Listener(InetSocketAddress address) throws Exception {
      ServerBootstrap bootstrap =
          new ServerBootstrap()
              .group(acceptor, loops)
              .channelFactory(() -> context.sockets().server(address.getAddress()))
              .option(ChannelOption.AUTO_READ, false)
              .option(ChannelOption.SO_BACKLOG, context.tcp().value(TcpParameter.LISTEN_BACKLOG))
              .childOption(ChannelOption.TCP_NODELAY, true)
              .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
              .childHandler(initializer(this));
      ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
      if (bound.cause() instanceof Exception e) {
        throw e;
      }
      channel = bound.channel();
    }

    InetSocketAddress address() {
      return (InetSocketAddress) channel.localAddress();
    }

    void accept(ListeningPoint at) {
      point = at;
      channel.config().setAutoRead(true);
    }
  }

  /** Binds an address that nobody else may share. */
  Listener bind(InetSocketAddress address) throws Exception {
    Listener listener = new Listener(address);
    listeners.add(listener.channel);
    return listener;
  }

  /** Sends on the connection with that id, else on one with that peer, else on a new one. */
  void send(
      byte[] buffer,
      int offset,
      int length,
      Destination to,
      ListeningPoint source,
      SendListener listener) {
    StreamConnection connection = find(to);
    if (connection == null) {
      if (to.back() && context.registry().severed().contains(to.connectionId())) {
        listener.outcome(new Failed(Cause.CLOSED, "the connection was closed on purpose"));
        return;
      }
      if (to.use().onlyOpen() || context.tcp().on(TcpParameter.NO_CONNECT)) {
        String why = to.use().onlyOpen() ? "the script wants none" : "tcp_no_connect is set";
        listener.outcome(new Failed(Cause.NO_CONNECTION, why + ", and there is no connection"));
        return;
      }
      try {
        connection =
            context.registry().findOrAdd(to.address(), to.protocol(), () -> create(to, source));
      } catch (RejectedExecutionException e) {
        listener.outcome(new Failed(Cause.CLOSED, "the transport is closed"));
        return;
      }
    }
    if (connection == null) {
      context.statistics().localReject.increment();
      listener.outcome(new Failed(Cause.NO_CONNECTION, "tcp_max_connections is reached"));
    } else {
      connection.send(buffer, offset, length, listener);
      if (to.use().last()) {
        connection.lifetime(Optional.of(Duration.ZERO)); // ends behind what waits to be sent
      }
    }
  }

  private @Nullable StreamConnection find(Destination to) {
    StreamConnection preferred =
        to.connectionId() == 0 ? null : context.registry().find(to.connectionId(), to.protocol());
    return preferred != null ? preferred : context.registry().find(to.address(), to.protocol());
  }

  /** Ends every connection and frees the ports; returns when all threads have ended. */
  void close() {
    listeners.forEach(channel -> channel.close().awaitUninterruptibly());
    context.registry().connections().forEach(c -> c.end(CloseReason.SHUTDOWN));
    for (EventLoopGroup group : List.of(acceptor, loops)) {
      var unused = group.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }
    ThreadRoll.join(threads.threads());
    workers.close(); // after the loops, whose last words they pass on
  }

  private @Nullable StreamConnection create(Destination to, ListeningPoint source) {
    if (!context.registry().reserve(context.tcp().value(TcpParameter.MAX_CONNECTIONS))) {
      return null;
    }
    EventLoop loop = loops.next();
    StreamConnection connection = new StreamConnection(context, loop, source, true, to.address());
    loop.execute(() -> connect(connection, loop)); // never at once: the registry is being changed
    return connection;
  }

  private void connect(StreamConnection connection, EventLoop loop) {
    InetSocketAddress peer = connection.peer();
    Channel channel;
    try {
      channel = context.sockets().client(peer.getAddress());
    } catch (ChannelException e) {
      connection.ending().connectFailed(e); // no file descriptor left
      return;
    }
    ChannelFuture connecting =
        new Bootstrap()
            .group(loop)
            .channelFactory(() -> channel)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
            .handler(new StreamHandler(connection, context))
            .connect(peer, bindTo(connection.listener(), peer.getAddress()));
    connection.attach(channel);
    keepalive(channel);
    connection.watch();
    connecting.addListener(
        done -> {
          if (done.cause() != null) {
            connection.ending().connectFailed(done.cause());
          }
        });
  }

  /** The listener's address with a free port, when the peer can be reached from there. */
  private static @Nullable InetSocketAddress bindTo(ListeningPoint point, InetAddress peer) {
    InetAddress own = point.address().getAddress();
    boolean usable =
        !own.isAnyLocalAddress() && own.isLoopbackAddress() == peer.isLoopbackAddress();
    return usable ? new InetSocketAddress(own, 0) : null;
  }

  private ChannelInitializer<Channel> initializer(Listener listener) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        accepted(channel, listener);
      }
    };
  }

  private void accepted(Channel channel, Listener listener) {
    InetSocketAddress peer = (InetSocketAddress) channel.remoteAddress();
    ListeningPoint point = listener.point;
    if (peer == null || point == null) {
      var unused = channel.close(); // gone before we could look at it
      return;
    }
    int limit = context.tcp().value(TcpParameter.MAX_CONNECTIONS);
    if (!context.registry().reserve(limit)) {
      refuse(channel, peer, limit);
      return;
    }
    StreamConnection connection =
        new StreamConnection(context, channel.eventLoop(), point, false, peer);
    context.registry().add(connection);
    keepalive(channel);
    connection.attach(channel);
    if (context.tcp().on(TcpParameter.ACCEPT_HAPROXY)) {
      channel.pipeline().addLast(new ProxyHandler(connection, strangers));
    }
    channel.pipeline().addLast(new StreamHandler(connection, context));
  }

  private void refuse(Channel channel, InetSocketAddress peer, int limit) {
    context.statistics().localReject.increment();
    var unused = channel.close();
    long count = gate.pass();
    if (count > 0) {
      LOG.limitReached(Addresses.text(peer), count, limit);
    }
  }

  private void keepalive(Channel channel) {
    TcpParameters tcp = context.tcp();
    if (tcp.on(TcpParameter.KEEPALIVE)) {
      TcpKeepalive values =
          new TcpKeepalive(
              tcp.value(TcpParameter.KEEPIDLE),
              tcp.value(TcpParameter.KEEPCNT),
              tcp.value(TcpParameter.KEEPINTVL));
      context.sockets().keepalive(channel, values);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.signalbox.transport.TransportLog.LOG;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import java.net.InetAddress;
import java.util.List;

/** The kind of sockets Netty works with; Linux' own where its native library loads. */
sealed interface StreamSockets permits EpollSockets, JdkSockets {

  /** Chooses once per transport; the library is unpacked anew for every class loader. */
  static StreamSockets choose() {
    if (Epoll.isAvailable()) {
      return new EpollSockets();
    }
    LOG.withoutEpoll(String.valueOf(Epoll.unavailabilityCause().getMessage()));
    return new JdkSockets();
  }

  IoHandlerFactory loops();

  /** A socket that will listen on this address, and on nothing of the other family. */
  ServerChannel server(InetAddress address);

  /** A socket that will connect to this address. */
  Channel client(InetAddress address);

  /** The options TCP_KEEPIDLE, TCP_KEEPCNT and TCP_KEEPINTVL; empty where there are none. */
  List<ChannelOption<Integer>> keepaliveOptions(Channel channel);

  /** Sets all of it or nothing; 0 leaves a value as it is. */
  default boolean keepalive(Channel channel, TcpKeepalive keepalive) {
    if (keepalive.equals(TcpKeepalive.SYSTEM)) {
      return keepalive(channel, true); // every new connection comes by here
    }
    if (!keepalive.valid()) {
      return false;
    }
    List<ChannelOption<Integer>> options;
    List<Integer> before;
    try {
      options = keepaliveOptions(channel);
      before = options.stream().map(option -> channel.config().getOption(option)).toList();
    } catch (ChannelException e) {
      return false; // closed
    }
    List<Integer> wanted = List.of(keepalive.idle(), keepalive.count(), keepalive.interval());
    if (options.isEmpty() || !set(channel, options, wanted)) {
      set(channel, options, before);
      return false;
    }
    return keepalive(channel, true);
  }

  /** Turns keepalive off. */
  default boolean keepaliveOff(Channel channel) {
    return keepalive(channel, false);
  }

  private static boolean keepalive(Channel channel, boolean on) {
    try {
      return channel.config().setOption(ChannelOption.SO_KEEPALIVE, on);
    } catch (ChannelException e) {
      return false; // closed
    }
  }

  private static boolean set(
      Channel channel, List<ChannelOption<Integer>> options, List<Integer> values) {
    try {
      for (int i = 0; i < options.size(); i++) {
        if (values.get(i) > 0) {
          channel.config().setOption(options.get(i), values.get(i));
        }
      }
      return true;
    } catch (ChannelException e) {
      LOG.debugf(e, "TCP keepalive %s is refused", values);
      return false;
    }
  }
}

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
    List<ChannelOption<Integer>> options = keepaliveOptions(channel);
    if (!keepalive.valid() || options.size() != 3) {
      return false;
    }
    int[] values = {keepalive.idle(), keepalive.count(), keepalive.interval()};
    int[] before = new int[3];
    int set = 0;
    try {
      for (int i = 0; i < 3; i++) {
        before[i] = channel.config().getOption(options.get(i));
      }
      for (; set < 3; set++) {
        if (values[set] > 0) {
          channel.config().setOption(options.get(set), values[set]);
        }
      }
      return channel.config().setOption(ChannelOption.SO_KEEPALIVE, true);
    } catch (ChannelException e) {
      restore(channel, options, before, set);
      return false;
    }
  }

  /** Turns keepalive off. */
  default boolean keepaliveOff(Channel channel) {
    try {
      return channel.config().setOption(ChannelOption.SO_KEEPALIVE, false);
    } catch (ChannelException e) {
      return false;
    }
  }

  private static void restore(
      Channel channel, List<ChannelOption<Integer>> options, int[] values, int count) {
    try {
      for (int i = 0; i < count; i++) {
        channel.config().setOption(options.get(i), values[i]);
      }
    } catch (ChannelException e) {
      LOG.debugf(e, "the socket has gone meanwhile");
    }
  }
}

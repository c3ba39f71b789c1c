// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.unix.IntegerUnixChannelOption;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/** Netty's native sockets for Linux. */
final class EpollSockets implements StreamSockets {

  /** IPPROTO_IPV6 and IPV6_V6ONLY of Linux. */
  private static final ChannelOption<Integer> IPV6_ONLY =
      new IntegerUnixChannelOption("IPV6_V6ONLY", 41, 26);

  private static final List<ChannelOption<Integer>> KEEPALIVE =
      List.of(
          EpollChannelOption.TCP_KEEPIDLE,
          EpollChannelOption.TCP_KEEPCNT,
          EpollChannelOption.TCP_KEEPINTVL);

  @Override
  public IoHandlerFactory loops() {
    return EpollIoHandler.newFactory();
  }

  @Override
  public ServerChannel server(InetAddress address) {
    EpollServerSocketChannel channel = new EpollServerSocketChannel(family(address));
    if (address instanceof Inet6Address) {
      channel.config().setOption(IPV6_ONLY, 1);
    }
    return channel;
  }

  @Override
  public Channel client(InetAddress address) {
    EpollSocketChannel channel = new EpollSocketChannel(family(address));
    // Binding to an address must not use up one of its ports for each peer.
    channel.config().setOption(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true);
    return channel;
  }

  @Override
  public List<ChannelOption<Integer>> keepaliveOptions(Channel channel) {
    return KEEPALIVE;
  }

  private static SocketProtocolFamily family(InetAddress address) {
    return address instanceof Inet4Address ? SocketProtocolFamily.INET : SocketProtocolFamily.INET6;
  }
}

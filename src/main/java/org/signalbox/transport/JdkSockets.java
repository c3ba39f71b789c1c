// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.channels.spi.SelectorProvider;
import java.util.List;
import java.util.stream.Stream;

/** The JDK's sockets, for where the native library does not load. */
final class JdkSockets implements StreamSockets {

  @Override
  public IoHandlerFactory loops() {
    return NioIoHandler.newFactory();
  }

  @Override
  public ServerChannel server(InetAddress address) {
    // The JDK cannot keep IPv4 away from an IPv6 wildcard.
    return address instanceof Inet4Address
        ? new NioServerSocketChannel(SelectorProvider.provider(), SocketProtocolFamily.INET)
        : new NioServerSocketChannel();
  }

  @Override
  public Channel client(InetAddress address) {
    return new NioSocketChannel();
  }

  /** Found by name, because the JDK's constants live in a module that a deployment may not see. */
  @Override
  @SuppressWarnings("unchecked")
  public List<ChannelOption<Integer>> keepaliveOptions(Channel channel) {
    var offered = channel.config().getOptions().keySet();
    return Stream.of("TCP_KEEPIDLE", "TCP_KEEPCOUNT", "TCP_KEEPINTERVAL")
        .flatMap(name -> offered.stream().filter(option -> option.name().equals(name)))
        .map(option -> (ChannelOption<Integer>) option)
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import java.io.File;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StreamSocketsTest {

  static Stream<StreamSockets> kinds() {
    return Stream.of(new EpollSockets(), new JdkSockets());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void keepaliveReachesTheRealSocket(StreamSockets sockets) throws Exception {
    connected(
        sockets,
        (channel, options) -> {
          assertThat(sockets.keepalive(channel, new TcpKeepalive(33, 4, 7))).isTrue();
          assertThat(values(channel, options)).containsExactly(33, 4, 7);
          assertThat(channel.config().getOption(ChannelOption.SO_KEEPALIVE)).isTrue();

          assertThat(sockets.keepaliveOff(channel)).isTrue();
          assertThat(channel.config().getOption(ChannelOption.SO_KEEPALIVE)).isFalse();
        });
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void zeroLeavesAValueAsItIs(StreamSockets sockets) throws Exception {
    connected(
        sockets,
        (channel, options) -> {
          sockets.keepalive(channel, new TcpKeepalive(33, 4, 7));
          assertThat(sockets.keepalive(channel, new TcpKeepalive(0, 5, 0))).isTrue();
          assertThat(values(channel, options)).containsExactly(33, 5, 7);
        });
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aValueThatLinuxRefusesChangesNothing(StreamSockets sockets) throws Exception {
    connected(
        sockets,
        (channel, options) -> {
          sockets.keepalive(channel, new TcpKeepalive(33, 4, 7));
          for (TcpKeepalive wrong :
              List.of(
                  new TcpKeepalive(-5, 0, 0),
                  new TcpKeepalive(1, 128, 1),
                  new TcpKeepalive(1, 1, 32_768))) {
            assertThat(sockets.keepalive(channel, wrong)).isFalse();
          }
          assertThat(values(channel, options)).containsExactly(33, 4, 7);
        });
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aClosedSocketTakesNothing(StreamSockets sockets) throws Exception {
    connected(
        sockets,
        (channel, options) -> {
          channel.close().awaitUninterruptibly();
          assertThat(sockets.keepalive(channel, new TcpKeepalive(1, 1, 1))).isFalse();
          assertThat(sockets.keepaliveOff(channel)).isFalse();
        });
  }

  /** A redeployed WAR has a new class loader while the library of the old one is still loaded. */
  @Test
  void theNativeLibraryLoadsInASecondClassLoader() throws Exception {
    assertThat(Epoll.isAvailable()).isTrue();
    URL[] path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(StreamSocketsTest::url)
            .toArray(URL[]::new);
    try (URLClassLoader second = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      Class<?> epoll = second.loadClass(Epoll.class.getName());
      assertThat(epoll).isNotSameAs(Epoll.class);
      assertThat(epoll.getMethod("isAvailable").invoke(null)).isEqualTo(true);
    }
  }

  private static void connected(
      StreamSockets sockets, BiConsumer<Channel, List<ChannelOption<Integer>>> test)
      throws Exception {
    EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, sockets.loops());
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      Channel channel =
          new Bootstrap()
              .group(loop)
              .channelFactory(() -> sockets.client(server.getInetAddress()))
              .handler(new ChannelInboundHandlerAdapter())
              .connect(server.getLocalSocketAddress())
              .sync()
              .channel();
      test.accept(channel, sockets.keepaliveOptions(channel));
      channel.close().sync();
    } finally {
      loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }
  }

  private static List<Integer> values(Channel channel, List<ChannelOption<Integer>> options) {
    return options.stream().map(option -> channel.config().getOption(option)).toList();
  }

  private static URL url(String entry) {
    try {
      return new File(entry).toURI().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}

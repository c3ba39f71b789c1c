// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.statistics.Statistics;
import org.signalbox.testkit.ManualTime;
import org.signalbox.timer.FloodGate;

/** When a connection is read, with workers and a loop that do what the test says. */
class StreamInboxTest {
  private static final InetSocketAddress HERE = new InetSocketAddress("127.0.0.1", 5060);

  private final DefaultEventLoop loop = new DefaultEventLoop();
  private final CountDownLatch going = new CountDownLatch(1);
  private final Deque<Runnable> scheduled = new ArrayDeque<>();
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private StreamInbox inbox;

  @BeforeEach
  void begin() {
    ManualTime time = new ManualTime();
    StreamRegistry registry = new StreamRegistry();
    StreamContext context =
        new StreamContext(
            new JdkSockets(),
            registry,
            new StreamStatistics(new Statistics(), registry),
            new TcpParameters(),
            time.wheel(),
            time,
            new Intake(OpenTransport.tcp(), time),
            scheduled::add,
            event -> {},
            new FloodGate(time));
    ListeningPoint point =
        new ListeningPoint(0, TransportProtocol.TCP, HERE, null, "127.0.0.1", 5060);
    StreamConnection connection = new StreamConnection(context, loop, point, false, HERE);
    connection.attach(channel);
    inbox = new StreamInbox(context, connection);
    loop.execute(() -> awaited(going));
  }

  @AfterEach
  void end() {
    going.countDown();
    loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
  }

  /**
   * What comes in one read fills it, is worked off and fills it again, all before the loop goes on.
   */
  @Test
  void aConnectionWhoseInboxIsFullAgainIsNotRead() throws Exception {
    add(StreamInbox.MOST);
    assertThat(channel.config().isAutoRead()).isFalse();
    workOff();
    add(StreamInbox.MOST);
    loopGoesOn();
    assertThat(channel.config().isAutoRead()).isFalse();

    workOff();
    loop.submit(() -> {}).get();
    assertThat(channel.config().isAutoRead()).isTrue();
  }

  private void add(int count) {
    for (int i = 0; i < count; i++) {
      inbox.add(() -> {}, 1);
    }
  }

  private void workOff() {
    while (!scheduled.isEmpty()) {
      scheduled.poll().run();
    }
  }

  private void loopGoesOn() throws Exception {
    going.countDown();
    loop.submit(() -> {}).get();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

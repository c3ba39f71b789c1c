// SPDX-License-Identifier: Apache-2.0
package org.signalbox.tcpops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.module.Bindings;
import org.signalbox.module.Port;
import org.signalbox.routing.Routing;
import org.signalbox.sip.ListeningPoint;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.testkit.FakeConnections;
import org.signalbox.testkit.Inbox;
import org.signalbox.testkit.ManualTime;
import org.signalbox.timer.TimeSource;
import org.signalbox.transport.CloseReason;
import org.signalbox.transport.Connection;
import org.signalbox.transport.ConnectionClosed;
import org.signalbox.worker.WorkerGroups;

/** The end of connections on its way to listeners, without event routes. */
class ClosedEventsTest {
  private final WorkerGroups groups = new WorkerGroups(Thread::new, TimeSource.SYSTEM);
  private final Port<WorkerGroups> workers = Port.to(WorkerGroups.class);
  private final ClosedEvents events = new ClosedEvents(Port.to(Routing.class), workers);
  private final ManualTime time = new ManualTime();
  private final FakeConnections connections = new FakeConnections(time.wheel(), time, line -> {});
  private final Inbox<TcpConnectionClosed> told = new Inbox<>();

  @BeforeEach
  void begin() {
    workers.connect(new Bindings().bind(WorkerGroups.class, groups));
    events.tell(ClosedEventMode.ENABLED, false);
  }

  @AfterEach
  void end() {
    groups.close();
  }

  /** Conformance 23: the thread that tells of an end goes on while a listener waits. */
  @Test
  void oneThatWaitsHoldsUpNobodyElse() {
    CountDownLatch going = new CountDownLatch(1);
    events.listen(
        event -> {
          if (event.conid() == 1) {
            awaited(going);
          }
          told.add(event);
        });
    events.closed(ended(CloseReason.CLOSED));
    events.closed(ended(CloseReason.RESET));

    assertThat(told.take().event()).isEqualTo("tcp:reset");
    going.countDown();
    assertThat(told.take().event()).isEqualTo("tcp:closed");
  }

  @Test
  void oneThatFailsKeepsNobodyElseFromHearing() {
    events.listen(
        event -> {
          throw new IllegalStateException("no");
        });
    events.listen(told::add);
    events.closed(ended(CloseReason.LIFETIME));

    TcpConnectionClosed event = told.take();
    assertThat(event.event()).isEqualTo("tcp:timeout");
    assertThat(event.reason()).isEqualTo(CloseReason.LIFETIME);
    assertThat(event.peer().getPort()).isEqualTo(4001);
  }

  @Test
  void theEndOfTheServerIsNoNews() {
    events.listen(told::add);
    events.closed(ended(CloseReason.SHUTDOWN));
    events.closed(ended(CloseReason.TIMEOUT));

    assertThat(told.take().conid()).isEqualTo(2);
  }

  @Test
  void aConnectionThatHasEndedIsNotMarkedAnyMore() {
    events.tell(ClosedEventMode.MANUAL, false);
    events.listen(told::add);
    Connection gone = opened();
    assertThat(events.mark(gone)).isTrue();
    gone.close();
    events.closed(new ConnectionClosed(gone, CloseReason.CLOSED, Instant.EPOCH));

    assertThat(told.take().conid()).isEqualTo(1);
    assertThat(events.mark(gone)).isFalse();
  }

  private ConnectionClosed ended(CloseReason reason) {
    return new ConnectionClosed(opened(), reason, Instant.EPOCH);
  }

  private Connection opened() {
    InetSocketAddress own = new InetSocketAddress("127.0.0.1", 5060);
    ListeningPoint point =
        new ListeningPoint(0, TransportProtocol.TCP, own, null, "127.0.0.1", 5060);
    return connections.open(point, new InetSocketAddress("127.0.0.1", 4001), false);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

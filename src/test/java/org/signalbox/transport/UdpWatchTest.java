// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.Inbox;
import org.signalbox.testkit.SipPeer;
import org.signalbox.testkit.SipText;

/** Receivers of one socket whose messages wait until the test lets them go. */
class UdpWatchTest {

  private final OpenTransport transport = OpenTransport.udp();
  private final SipPeer peer = SipPeer.udp();
  private final Semaphore gate = new Semaphore(0);
  private final Inbox<Thread> inside = new Inbox<>();

  @BeforeEach
  void open() {
    transport
        .handling(
            message -> {
              inside.add(Thread.currentThread());
              gate.acquireUninterruptibly();
              transport.answer(message);
            })
        .open();
  }

  @AfterEach
  void close() {
    gate.release(1000);
    transport.close();
    peer.close();
  }

  @Test
  void oneReceiverIsEnoughForShortMessages() {
    gate.release(20);
    for (int i = 0; i < 20; i++) {
      send();
      peer.response();
      transport.time.advance(Duration.ofMillis(20));
    }
    assertThat(transport.threads).hasSize(1);
  }

  @Test
  void nobodyStepsInBeforeTheWatchHasLookedTwice() {
    send();
    inside.take();
    send();
    transport.time.advance(Duration.ofMillis(20));
    assertThat(transport.threads).hasSize(1);
    transport.time.advance(Duration.ofMillis(20));
    inside.take();
    assertThat(transport.threads).hasSize(2);
  }

  @Test
  void thereAreNeverMoreReceiversThanChildren() {
    for (int i = 0; i < 6; i++) {
      send();
    }
    for (int i = 0; i < 4; i++) {
      inside.take();
      transport.time.advance(Duration.ofMillis(40));
    }
    transport.time.advance(Duration.ofSeconds(1));
    assertThat(inside.all()).hasSize(4).doesNotHaveDuplicates();

    gate.release(6);
    assertThat(peer.inbox().await(6)).hasSize(6);
    assertThat(transport.threads).hasSize(4);
  }

  @Test
  void whoeverIsFreeFirstReceivesAgain() {
    for (int i = 0; i < 4; i++) {
      send();
      inside.take();
      transport.time.advance(Duration.ofMillis(40));
    }
    gate.release(1);
    peer.response();
    send();
    inside.take();
    assertThat(transport.threads).hasSize(4);
  }

  @Test
  void theWatchSleepsWithoutTraffic() {
    gate.release(1);
    send();
    peer.response();
    transport.time.advance(Duration.ofSeconds(3));
    assertThat(transport.waitingTimers()).isZero();

    send();
    inside.take();
    inside.take();
    assertThat(transport.waitingTimers()).isEqualTo(1);
  }

  private void send() {
    peer.send(SipText.options(transport.address()).toString(), transport.address());
  }
}

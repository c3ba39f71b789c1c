// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.sip.TransportProtocol.UDP;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.signalbox.sip.SipRequest;
import org.signalbox.sip.SipResponse;
import org.signalbox.testkit.FakeSender;
import org.signalbox.testkit.ManualTime;
import org.signalbox.timer.TimerWheel;
import org.signalbox.transport.Destination;

/** Messages, answers, cancels and timers of the same transactions meet on several threads. */
class ManyThreadsTest implements TransactionUser {
  private static final int THREADS = 4;
  private static final int CALLS = 3_000;

  private final ManualTime time = new ManualTime();
  private final TimerWheel wheel = time.wheel();
  private final FakeSender network = new FakeSender(time);
  private final TransactionLayer layer =
      new TransactionLayer(
          network, wheel, time, TransactionTimers.DEFAULT, TransactionBounds.DEFAULT);

  @Test
  void nothingIsLeftWhenAllHaveRun() throws Exception {
    layer.user(this);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        long seed = thread;
        running.add(pool.submit(() -> work(new Random(seed))));
      }
      while (!running.stream().allMatch(Future::isDone)) {
        time.advance(Duration.ofMillis(50));
        network.taken();
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }
    time.advance(Duration.ofHours(1));
    assertThat(layer.serverTransactions()).isZero();
    assertThat(layer.clientTransactions()).isZero();
    assertThat(wheel.waiting()).isZero();
  }

  /** All threads use the same branches, so that they meet. */
  private void work(Random random) {
    for (int i = 0; i < CALLS; i++) {
      String branch = "z9hG4bK" + i / 8;
      layer.received(Rig.parse(UDP, Rig.request("INVITE", branch)));
      layer.received(Rig.parse(UDP, Rig.request("OPTIONS", branch)));
      if (random.nextInt(3) == 0) {
        layer.received(Rig.parse(UDP, Rig.request("CANCEL", branch)));
      }
      if (random.nextInt(2) == 0) {
        layer.received(Rig.parse(UDP, Rig.request("ACK", branch)));
      }
      ClientTransaction own =
          layer.send(
              Rig.ours(random.nextBoolean() ? "INVITE" : "MESSAGE"),
              Destination.to(UDP, Rig.PEER),
              new Answers());
      if (random.nextInt(3) == 0) {
        own.cancel("");
      } else if (random.nextInt(8) == 0) {
        own.abandon();
      }
    }
  }

  @Override
  public void request(SipRequest request) {
    if (layer.newServerTransaction(request) instanceof ServerTransaction transaction) {
      int choice = request.array().length + request.hashCode() & 7;
      if (choice == 0) {
        transaction.release();
      } else if (choice == 1) {
        transaction.resume(transaction.suspend());
      } else if (choice < 5) {
        transaction.reply(Rig.response(request, 404, "Not Found"));
      } else {
        transaction.reply(Rig.response(request, 180, "Ringing"));
        transaction.reply(Rig.response(request, 200, "OK"));
      }
    }
  }

  @Override
  public void cancel(SipRequest cancel, @Nullable ServerTransaction invite) {
    if (invite != null) {
      invite.reply(Rig.response(invite.request(), 487, "Request Terminated"));
    }
  }

  @Override
  public void ack(SipRequest ack, @Nullable ServerTransaction invite) {}

  @Override
  public void strayResponse(SipResponse response) {}

  private static final class Answers implements ClientListener {
    @Override
    public void answered(ClientTransaction transaction, SipResponse response) {}

    @Override
    public void failed(ClientTransaction transaction, ClientFailure failure) {}
  }
}

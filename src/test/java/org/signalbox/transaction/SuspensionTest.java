// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signalbox.sip.TransportProtocol.UDP;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Answered later, from any thread. */
class SuspensionTest {
  private final Rig rig = new Rig();

  @Test
  void aSuspendedRequestOutlivesItsLifetime() {
    ServerTransaction transaction = rig.server(UDP, "MESSAGE");
    transaction.attach("state");
    long suspension = transaction.suspend();
    assertThat(suspension).isPositive();
    assertThat(rig.wheel.waiting()).isZero();
    rig.advance(100_000);
    assertThat(transaction.resume(suspension)).isTrue();
    assertThat(transaction.attachment()).isEqualTo("state");
    assertThat(transaction.reply(Rig.response(transaction.request(), 200, "OK"))).isTrue();
    rig.nothingIsLeft();
    assertThat(rig.news()).containsExactly("request MESSAGE");
  }

  @Test
  void aResumedRequestThatIsForgottenExpires() {
    ServerTransaction transaction = rig.server(UDP, "MESSAGE");
    transaction.resume(transaction.suspend());
    rig.nothingIsLeft();
    assertThat(rig.news()).containsExactly("request MESSAGE", "expired MESSAGE");
  }

  @Test
  void aSuspendedInviteGetsIts100AndThenWaits() {
    ServerTransaction transaction = rig.server(UDP, "INVITE");
    long suspension = transaction.suspend();
    rig.advance(300_000);
    assertThat(rig.network.count()).isEqualTo(1);
    assertThat(rig.wheel.waiting()).isZero();
    assertThat(transaction.resume(suspension)).isTrue();
    rig.nothingIsLeft();
  }

  @Test
  void aSuspensionEndsOnceOnly() {
    ServerTransaction transaction = rig.server(UDP, "MESSAGE");
    long first = transaction.suspend();
    assertThat(transaction.suspend()).isZero();
    assertThat(transaction.resume(first)).isTrue();
    assertThat(transaction.resume(first)).isFalse();
    long second = transaction.suspend();
    assertThat(transaction.resume(first)).isFalse();
    assertThat(transaction.resume(second)).isTrue();
  }

  @Test
  void aCancelledRequestIsNotResumed() {
    ServerTransaction transaction = rig.server(UDP, "INVITE");
    long suspension = transaction.suspend();
    rig.arrive(UDP, Rig.request("CANCEL", "z9hG4bKpeer1"));
    assertThat(transaction.resume(suspension)).isFalse();
    assertThat(transaction.suspend()).isZero();
    rig.nothingIsLeft();
  }

  @Test
  void whoWaitsIsToldOnceThatItIsInVain() {
    List<String> told = new ArrayList<>();
    ServerTransaction cancelled = rig.server(UDP, "INVITE");
    long suspension = cancelled.suspend(() -> told.add("cancelled"));
    rig.arrive(UDP, Rig.request("CANCEL", "z9hG4bKpeer1"));
    assertThat(told).containsExactly("cancelled");
    assertThat(cancelled.resume(suspension)).isFalse();
    cancelled.reply(Rig.response(cancelled.request(), 487, "Request Terminated"));
    assertThat(told).containsExactly("cancelled");
    rig.nothingIsLeft();
  }

  @Test
  void aReplyAndAReleaseTellWhoWaits() {
    List<String> told = new ArrayList<>();
    ServerTransaction answered = rig.server(UDP, "MESSAGE");
    answered.suspend(() -> told.add("answered"));
    answered.reply(Rig.response(answered.request(), 480, "Gone"));
    assertThat(told).containsExactly("answered");
    rig.nothingIsLeft();
    ServerTransaction released = rig.server(UDP, "MESSAGE");
    released.suspend(() -> told.add("released"));
    released.release();
    assertThat(told).containsExactly("answered", "released");
    rig.nothingIsLeft();
    ServerTransaction resumed = rig.server(UDP, "INVITE");
    resumed.resume(resumed.suspend(() -> told.add("never")));
    resumed.reply(Rig.response(resumed.request(), 480, "Gone"));
    assertThat(told).hasSize(2);
  }

  @Test
  void aCancelledRequestThatNobodyAnswersDoesNotStayForEver() {
    ServerTransaction transaction = rig.server(UDP, "INVITE");
    transaction.suspend(() -> {});
    rig.arrive(UDP, Rig.request("CANCEL", "z9hG4bKpeer1"));
    rig.nothingIsLeft();
  }

  @Test
  void anAnsweredRequestIsNotResumed() {
    ServerTransaction transaction = rig.server(UDP, "MESSAGE");
    long suspension = transaction.suspend();
    transaction.reply(Rig.response(transaction.request(), 480, "Gone"));
    assertThat(transaction.resume(suspension)).isFalse();
    assertThat(transaction.suspend()).isZero();
  }

  @Test
  void ofManyThreadsOneAnswersAndOneResumes() throws Exception {
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 200; round++) {
        Rig own = new Rig();
        ServerTransaction transaction = own.server(UDP, "MESSAGE");
        long suspension = transaction.suspend();
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Callable<Boolean>> racers =
            IntStream.range(0, threads)
                .<Callable<Boolean>>mapToObj(
                    i ->
                        () -> {
                          start.await();
                          return i % 2 == 0
                              ? transaction.resume(suspension)
                              : transaction.reply(
                                  Rig.response(
                                      Rig.parseRequest(UDP, Rig.request("MESSAGE", "z9hG4bKpeer1")),
                                      200,
                                      "OK"));
                        })
                .toList();
        List<Future<Boolean>> results = pool.invokeAll(racers);
        int answered = 0;
        int resumed = 0;
        for (int i = 0; i < threads; i++) {
          if (results.get(i).get()) {
            answered += i % 2;
            resumed += 1 - i % 2;
          }
        }
        assertThat(answered).isEqualTo(1);
        assertThat(resumed).isLessThanOrEqualTo(1);
        assertThat(own.network.count()).isEqualTo(1);
        own.nothingIsLeft();
      }
    } finally {
      pool.shutdownNow();
    }
  }
}

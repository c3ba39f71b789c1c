// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.signalbox.sip.Method;
import org.signalbox.testkit.ManualTime;
import org.signalbox.timer.TimerWheel;
import org.signalbox.worker.Handover;
import org.signalbox.worker.WorkerGroup;
import org.signalbox.worker.WorkerGroupSettings;
import org.signalbox.worker.WorkerGroups;

/** Conformance cases 27, 28 and 30 of async.md, and its defects 3, 5, 11, 12 and 15. */
class WaitingRequestsTest {
  private static final int MANY = 10_001;
  private final ManualTime time = new ManualTime();
  private final TimerWheel wheel = time.wheel();
  private final WorkerGroups groups = new WorkerGroups(WaitingRequestsTest::daemon, time);
  private final WaitingRequests waiting =
      new WaitingRequests(wheel, time, groups, new AsyncCounters(), MANY);
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch release = new CountDownLatch(1);

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  @AfterEach
  void close() {
    release.countDown();
    groups.close();
  }

  @Test
  void aSlowRouteMakesNobodyResumeEarly() throws InterruptedException {
    WorkerGroup group = group(1, 100);
    occupy(group);
    begin("98 s", group, Duration.ofSeconds(98));
    begin("1 s", group, Duration.ofSeconds(1));
    advance(Duration.ofSeconds(6));
    assertThat(log).isEmpty();
    release.countDown();
    settle(group);
    assertThat(log).containsExactly("1 s");
    advance(Duration.ofSeconds(91));
    settle(group);
    assertThat(log).containsExactly("1 s");
    advance(Duration.ofSeconds(1));
    settle(group);
    assertThat(log).containsExactly("1 s", "98 s");
  }

  @Test
  void tenThousandAndOneGoOnInTheOrderOfTheirComing() {
    WorkerGroup group = group(1, 20);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      names.add("request " + i);
      begin("request " + i, group, Duration.ofSeconds(20));
    }
    assertThat(waiting.admit(held("one more"), group)).isNull();
    advance(Duration.ofSeconds(19));
    assertThat(log).isEmpty();
    advance(Duration.ofSeconds(1));
    settle(group); // who has waited needs no room among the twenty
    assertThat(log).isEqualTo(names);
    assertThat(waiting.size()).isZero();
  }

  @Test
  void thoseThatBecomeDueTogetherGoOnInTheOrderOfTheirEnds() {
    TimerWheel late = new TimerWheel(time, Duration.ofMillis(1));
    WaitingRequests own = new WaitingRequests(late, time, groups, new AsyncCounters(), MANY);
    WorkerGroup group = group(1, 100);
    begin(own, "third", group, Duration.ofMillis(30));
    begin(own, "first", group, Duration.ofMillis(10));
    begin(own, "second", group, Duration.ofMillis(20));
    advance(Duration.ofMillis(40));
    late.advance();
    settle(group);
    assertThat(log).containsExactly("first", "second", "third");
  }

  @Test
  void aServerThatEndsAnswersInvitesAndLeavesTheOthersToTheirClients() {
    WorkerGroup group = group(1, 100);
    begin("invite", group, Duration.ofSeconds(1));
    WaitingRequest other =
        Objects.requireNonNull(waiting.admit(new FakeHeld("message", Method.MESSAGE, log), group));
    waiting.begin(other, Duration.ofSeconds(1));
    assertThat(waiting.close()).isEqualTo(2);
    advance(Duration.ofSeconds(2));
    settle(group);
    assertThat(log).containsExactly("invite 503");
    assertThat(waiting.size()).isZero();
  }

  @Test
  void newWorkKeepsNobodyOutWhoseTimeHasCome() throws InterruptedException {
    WorkerGroup group = group(1, 1);
    begin("waited", group, Duration.ofSeconds(1));
    occupy(group);
    assertThat(group.submit(() -> log.add("new"))).isEqualTo(Handover.ACCEPTED);
    advance(Duration.ofSeconds(1));
    assertThat(group.submit(() -> log.add("more"))).isEqualTo(Handover.QUEUE_FULL);
    release.countDown();
    settle(group);
    assertThat(log).containsExactly("new", "waited");
  }

  @Test
  void timesAreToldInWholeMilliseconds() {
    time.advance(Duration.ofNanos(1_234_567));
    begin("waits", group(1, 100), Duration.ofSeconds(1));
    Waiting seen = waiting.next(1).get(0);
    assertThat(seen.since()).isEqualTo(seen.since().truncatedTo(ChronoUnit.MILLIS));
    assertThat(Duration.between(seen.since(), seen.until())).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void nobodyFindsARequestThatIsNotSuspendedYet() {
    WorkerGroup group = group(1, 100);
    WaitingRequest admitted = Objects.requireNonNull(waiting.admit(held("early"), group));
    assertThat(waiting.size()).isEqualTo(1);
    assertThat(waiting.resume(admitted.id())).isFalse();
    assertThat(waiting.extend(admitted.id(), Duration.ofSeconds(9))).isFalse();
    assertThat(waiting.cancel(admitted.id(), 480, "Gone")).isFalse();
    waiting.begin(admitted, Duration.ofSeconds(1));
    advance(Duration.ofSeconds(1));
    settle(group);
    assertThat(log).containsExactly("early");
  }

  @Test
  void oneThatEndsBeforeItBeginsToWaitLeavesNothing() {
    WorkerGroup group = group(1, 100);
    WaitingRequest slow = Objects.requireNonNull(waiting.admit(held("slow"), group));
    WaitingRequest task = Objects.requireNonNull(waiting.admit(held("task"), group));
    waiting.forget(slow);
    waiting.forget(task);
    waiting.begin(slow, Duration.ofSeconds(1));
    assertThat(waiting.offer(task)).isTrue();
    assertThat(waiting.next(10)).isEmpty();
    assertThat(waiting.find(slow.id())).isEmpty();
    assertThat(wheel.waiting()).isZero();
    assertThat(waiting.size()).isZero();
  }

  @Test
  void ofTwoWhoExtendARequestTheLastOneDecidesWhenItGoesOn() throws Exception {
    WorkerGroup group = group(1, 100);
    ExecutorService operators = Executors.newFixedThreadPool(2);
    for (int round = 0; round < 2000; round++) {
      begin("contended", group, Duration.ofSeconds(1));
      long id = waiting.next(1).get(0).id();
      CyclicBarrier start = new CyclicBarrier(2);
      List<Callable<Boolean>> both = new ArrayList<>();
      for (int seconds : List.of(2, 3)) {
        both.add(
            () -> {
              start.await();
              return waiting.extend(id, Duration.ofSeconds(seconds));
            });
      }
      for (Future<Boolean> extended : operators.invokeAll(both)) {
        assertThat(extended.get()).isTrue();
      }
      advance(Duration.ofSeconds(3));
      settle(group);
    }
    operators.shutdown();
    assertThat(waiting.size()).isZero();
  }

  @Test
  void pausesThatMeanNothingAreRefused() {
    WorkerGroup group = group(1, 100);
    begin("kept", group, Duration.ofSeconds(1));
    for (Duration pause : List.of(Duration.ofSeconds(-1), Duration.ofSeconds(Long.MAX_VALUE))) {
      assertThatThrownBy(() -> waiting.extend(1, pause))
          .isInstanceOf(IllegalArgumentException.class);
    }
    advance(Duration.ofSeconds(1));
    settle(group);
    assertThat(log).containsExactly("kept");
  }

  @Test
  void nobodyBeginsToWaitWhenTheServerEnds() {
    WorkerGroup group = group(1, 100);
    waiting.close();
    assertThat(waiting.admit(held("late"), group)).isNull();
    assertThat(waiting.size()).isZero();
  }

  @Test
  void operatorsResumeExtendAndCancel() {
    WorkerGroup group = group(1, 100);
    begin("now", group, Duration.ofSeconds(10));
    begin("later", group, Duration.ofSeconds(10));
    begin("never", group, Duration.ofSeconds(10));
    assertThat(waiting.resume(1)).isTrue();
    assertThat(waiting.resume(1)).isFalse();
    assertThat(waiting.extend(2, Duration.ofSeconds(60))).isTrue();
    assertThat(waiting.cancel(3, 480, "Gone")).isTrue();
    assertThat(waiting.cancel(3, 480, "Gone")).isFalse();
    settle(group);
    assertThat(log).containsExactlyInAnyOrder("now", "never 480");
    advance(Duration.ofSeconds(59));
    settle(group);
    assertThat(waiting.next(10)).extracting(Waiting::id).containsExactly(2L);
    advance(Duration.ofSeconds(1));
    settle(group);
    assertThat(log).contains("later");
    assertThat(waiting.extend(2, Duration.ofSeconds(1))).isFalse();
  }

  @Test
  void whoIsRefusedByAFullGroupIsToldSoAtOnce() throws InterruptedException {
    WorkerGroup group = group(1, 1);
    occupy(group);
    assertThat(group.submit(() -> {})).isNotNull();
    WaitingRequest held = Objects.requireNonNull(waiting.admit(held("task"), group));
    assertThat(waiting.offer(held)).isFalse();
    waiting.forget(held);
    assertThat(waiting.size()).isZero();
  }

  private WorkerGroup group(int workers, int queue) {
    return groups.declare(new WorkerGroupSettings("test", workers, queue));
  }

  private void begin(String name, WorkerGroup group, Duration pause) {
    begin(waiting, name, group, pause);
  }

  private void begin(WaitingRequests all, String name, WorkerGroup group, Duration pause) {
    all.begin(Objects.requireNonNull(all.admit(held(name), group)), pause);
  }

  private FakeHeld held(String name) {
    return new FakeHeld(name, Method.INVITE, log);
  }

  private void advance(Duration step) {
    time.advance(step);
  }

  private void occupy(WorkerGroup group) throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    group.submit(
        () -> {
          running.countDown();
          try {
            release.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    running.await();
  }

  private static void settle(WorkerGroup group) {
    while (group.state().completed() < group.state().accepted()) {
      Thread.onSpinWait();
    }
  }
}

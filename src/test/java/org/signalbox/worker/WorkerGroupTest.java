// SPDX-License-Identifier: Apache-2.0
package org.signalbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.ManualTime;

class WorkerGroupTest {
  private final ManualTime time = new ManualTime();
  private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
  private final WorkerGroups groups = new WorkerGroups(this::thread, time);
  private final CountDownLatch release = new CountDownLatch(1);
  private int threadsLeft = 100;
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    release.countDown();
    groups.close();
  }

  @Test
  void tasksRunInTheOrderOfTheirArrival() throws InterruptedException {
    WorkerGroup group = open(1, 10);
    CountDownLatch done = new CountDownLatch(3);
    for (String name : List.of("a", "b", "c")) {
      group.submit(
          () -> {
            log.add(name);
            done.countDown();
          });
    }
    done.await();
    assertThat(log).containsExactly("a", "b", "c");
  }

  @Test
  void aFullQueueRefusesAtOnceAndSaysHowItIsDoing() throws InterruptedException {
    WorkerGroup group = open(1, 2);
    occupy(group, 1);
    assertThat(group.submit(() -> log.add("first"))).isEqualTo(Handover.ACCEPTED);
    time.advance(Duration.ofMillis(30));
    assertThat(group.submit(() -> log.add("second"))).isEqualTo(Handover.ACCEPTED);
    assertThat(group.submit(() -> log.add("third"))).isEqualTo(Handover.QUEUE_FULL);
    WorkerGroupState state = group.state();
    assertThat(state)
        .isEqualTo(new WorkerGroupState(state.settings(), 2, Duration.ofMillis(30), 1, 3, 0, 1, 0));
    release.countDown();
    groups.close();
    assertThat(log).containsExactly("first", "second");
  }

  @Test
  void whatIsOwedNeedsNoRoomAndKeepsItsTurn() throws InterruptedException {
    WorkerGroup group = open(1, 1);
    occupy(group, 1);
    group.submit(() -> log.add("first"));
    group.owe(() -> log.add("owed"));
    group.owe(() -> log.add("owed too"));
    assertThat(group.submit(() -> log.add("refused"))).isEqualTo(Handover.QUEUE_FULL);
    assertThat(group.state().queued()).isEqualTo(3);
    release.countDown();
    groups.close();
    assertThat(log).containsExactly("first", "owed", "owed too");
    group.owe(() -> log.add("late"));
    assertThat(log).hasSize(3);
  }

  @Test
  void whereThereIsNoFurtherThreadThoseThatAreThereDoTheWork() throws InterruptedException {
    WorkerGroup group = open(2, 10);
    occupy(group, 1);
    threadsLeft = 0;
    assertThatCode(() -> group.execute(() -> log.add("submitted"))).doesNotThrowAnyException();
    group.owe(() -> log.add("owed"));
    assertThat(log).isEmpty();
    release.countDown();
    groups.close();
    assertThat(log).containsExactly("submitted", "owed");
    assertThat(group.state().completed()).isEqualTo(group.state().accepted());
  }

  @Test
  void aTaskThatFailsIsCountedAndItsSuccessorRuns() throws InterruptedException {
    WorkerGroup group = open(1, 10);
    CountDownLatch done = new CountDownLatch(1);
    group.submit(
        () -> {
          throw new AssertionError("broken on purpose");
        });
    group.submit(done::countDown);
    done.await();
    assertThat(group.state().failed()).isEqualTo(1);
    assertThat(threads).hasSize(1);
  }

  @Test
  void closingFinishesWhatWaitsAndJoinsTheWorkers() throws InterruptedException {
    WorkerGroup group = open(2, 10);
    occupy(group, 2);
    group.submit(() -> log.add("waited"));
    release.countDown();
    groups.close();
    assertThat(log).containsExactly("waited");
    assertThat(group.submit(() -> log.add("late"))).isEqualTo(Handover.CLOSED);
    assertThatThrownBy(() -> group.execute(() -> log.add("late")))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(groups.declare(new WorkerGroupSettings("later", 1)).submit(() -> {}))
        .isEqualTo(Handover.CLOSED);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void workersBearTheNameOfTheirGroup() throws InterruptedException {
    AtomicReference<String> name = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(1);
    open(1, 1)
        .submit(
            () -> {
              name.set(Thread.currentThread().getName());
              done.countDown();
            });
    done.await();
    assertThat(name).hasValue("signalbox-g-1");
  }

  @Test
  void eventsUseTheDefaultGroupWhenThereIsOne() {
    WorkerGroup internal = groups.events();
    assertThat(internal.name()).isEqualTo("server.events");
    assertThat(groups.events()).isSameAs(internal);
    WorkerGroup configured = groups.declare(new WorkerGroupSettings("default", 1));
    assertThat(groups.events()).isSameAs(configured);
    assertThat(groups.declare(new WorkerGroupSettings("default", 4))).isSameAs(configured);
    assertThat(groups.all()).containsExactly(configured, internal);
  }

  @Test
  void aModuleThatBeginsAgainHasItsGroupAgain() {
    WorkerGroupSettings settings = new WorkerGroupSettings("async", 1);
    WorkerGroup first = groups.own(settings);
    assertThat(groups.own(settings)).isSameAs(first);
  }

  @Test
  void scriptsFindTheGroupsOfTheFileOnlyWhateverTheirName() {
    WorkerGroupSettings settings = new WorkerGroupSettings("async", 1);
    WorkerGroup own = groups.own(settings);
    assertThat(groups.find("async")).isEmpty();
    assertThat(groups.find("server.async")).isEmpty();
    WorkerGroup declared = groups.declare(settings);
    assertThat(groups.find("async")).containsSame(declared);
    assertThat(groups.all()).containsExactly(declared, own);
    assertThatThrownBy(() -> groups.declare(new WorkerGroupSettings("server.x", 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aGroupWithoutWorkersIsNone() {
    assertThatThrownBy(() -> new WorkerGroupSettings("g", 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private WorkerGroup open(int workers, int bound) {
    return groups.declare(new WorkerGroupSettings("g", workers, bound));
  }

  private void occupy(WorkerGroup group, int workers) throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(workers);
    for (int i = 0; i < workers; i++) {
      group.submit(
          () -> {
            busy.countDown();
            await(release);
          });
    }
    busy.await();
  }

  private Thread thread(Runnable task) {
    Thread thread =
        new Thread(task) {
          @Override
          public void start() {
            if (threadsLeft-- <= 0) {
              throw new OutOfMemoryError("no thread, on purpose");
            }
            super.start();
          }
        };
    threads.add(thread);
    return thread;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

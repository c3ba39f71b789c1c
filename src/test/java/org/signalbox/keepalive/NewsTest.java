// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told what, and in which order, when much happens at once. */
class NewsTest {
  private static final String GW = "sip:gw";

  private final List<Runnable> queue = new ArrayList<>();
  private boolean full;

  private void worker(Runnable task) {
    if (full) {
      throw new RejectedExecutionException();
    }
    queue.add(task);
  }

  private void work() {
    while (!queue.isEmpty()) {
      queue.remove(0).run();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {600, 601})
  void aListenerThatIsFarBehindMissesChangesButNeverTheStateInTheEnd(int changes) {
    PingSettings often = Station.settings("ping_interval", "0.1", "delete_counter", "0");
    Station station = new Station(often, this::worker, ChangeLog.NONE);
    station.watch.add(GW, "o");
    station.pass(1);
    for (int i = 0; i < changes; i++) {
      station.peers.answer(GW, i % 2 == 0 ? 200 : 503);
      station.pass(0.1);
    }
    station.pass(1);
    work();
    assertThat(station.changes(GW)).hasSizeLessThan(300).hasSizeGreaterThan(100);
    station.pass(0.2);
    work();
    DestinationState state = station.watch.state(GW).orElseThrow();
    assertThat(state).isEqualTo(changes % 2 == 0 ? DestinationState.DOWN : DestinationState.UP);
    List<DestinationState> told = station.changes(GW);
    assertThat(told.get(told.size() - 1)).isEqualTo(state);
  }

  @Test
  void ordersThatConcernAllAreToldInOrderEvenIfNoWorkerIsFreeForAWhile() {
    Station station = new Station(Station.QUICK, this::worker, ChangeLog.NONE);
    full = true;
    station.watch.flush();
    station.watch.pauseAll("a", null, "me");
    station.watch.resumeAll();
    full = false;
    station.watch.pauseAll("b", null, "me");
    station.pass(0.1);
    work();
    assertThat(station.events(DestinationsFlushed.class)).hasSize(1);
    assertThat(station.events(PingsPaused.class))
        .extracting(news -> news.pause() == null ? "go on" : news.pause().reason())
        .containsExactly("a", "go on", "b");
  }

  @Test
  void whatIsRememberedOfThePauseOfAllIsWhatHolds() throws InterruptedException {
    AtomicReference<@Nullable Pause> written = new AtomicReference<>();
    AtomicReference<@Nullable Runnable> atTheSameTime = new AtomicReference<>();
    ChangeLog slow =
        new ChangeLog() {
          @Override
          public void paused(@Nullable Pause pause) {
            Runnable other = atTheSameTime.getAndSet(null);
            if (other != null) {
              other.run();
            }
            written.set(pause);
          }
        };
    Station station = new Station(Station.QUICK, this::worker, slow);
    Thread other = new Thread(station.watch::resumeAll);
    atTheSameTime.set(
        () -> {
          other.start();
          awaitBlocked(other);
        });
    station.watch.pauseAll("a", null, "me");
    other.join();
    assertThat(written.get()).isEqualTo(station.watch.paused().orElse(null));
  }

  /** A race: without the monitor some of fifty thousand lose it. */
  @Test
  void nobodyHearsOfARemovalBeforeTheAddition() throws InterruptedException {
    List<KeepaliveEvent> heard = Collections.synchronizedList(new ArrayList<>());
    Station station = new Station();
    station.watch.listen(heard::add);
    AtomicBoolean over = new AtomicBoolean();
    Thread other =
        new Thread(
            () -> {
              while (!over.get()) {
                station.watch.remove("gw", "o");
              }
            });
    other.start();
    for (int i = 0; i < 50_000; i++) {
      station.watch.add("gw", "o");
    }
    over.set(true);
    other.join();
    Set<Long> added = new HashSet<>();
    for (KeepaliveEvent event : heard) {
      if (event instanceof DestinationAdded news) {
        added.add(news.destination().id());
      } else if (event instanceof DestinationRemoved news) {
        assertThat(added).contains(news.destination().id());
      }
    }
  }

  private static void awaitBlocked(Thread thread) {
    while (thread.getState() != Thread.State.BLOCKED && thread.isAlive()) {
      Thread.onSpinWait();
    }
  }
}

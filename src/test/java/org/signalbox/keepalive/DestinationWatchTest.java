// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.signalbox.keepalive.AddOutcome.Added;
import org.signalbox.keepalive.AddOutcome.Cause;
import org.signalbox.keepalive.AddOutcome.Refused;

class DestinationWatchTest {
  private static final String UP = "sip:127.0.0.1:7";
  private static final String SILENT = "sip:127.0.0.1:9";

  private final Station station = new Station();
  private final DestinationWatch watch = station.watch;

  @Test
  void aDestinationIsKnownAndExplainedFromTheStart() {
    long id = ((Added) watch.add(UP, "o")).id();
    DestinationStatus status = watch.find(id).orElseThrow();
    assertThat(status.uri()).isEqualTo(UP);
    assertThat(status.health().why()).isEqualTo("not pinged yet");
    assertThat(status.health().since()).isEqualTo(status.added());
    assertThat(status.lastChecked()).isNull();
    assertThat(status.stopped()).isFalse();
    assertThat(station.events).containsExactly(new DestinationAdded(status));
  }

  @Test
  void itSaysByWhichPingFromWhereAndWhenItWasDecided() {
    station.peers.answer(UP, 200);
    watch.add(UP, "o");
    station.pass(6);
    PingResult last = watch.find(UP, "o").orElseThrow().health().last();
    assertThat(last.number()).isEqualTo(2);
    assertThat(last.outcome().local()).isEqualTo(ScriptedPeers.LOCAL);
    assertThat(last.at())
        .isBetween(station.time.instant().minusMillis(600), station.time.instant());
  }

  @Test
  void everyRoundTripIsKept() {
    station.peers.answer(UP, 404);
    long id = ((Added) watch.add(UP, "o")).id();
    station.pass(11);
    assertThat(watch.roundTrips(id)).containsExactly(3_000, 3_000, 3_000);
    assertThat(watch.roundTrips(99)).isEmpty();
  }

  @Test
  void callbacksHearOfChangesAndOfEveryResult() {
    List<String> heard = new ArrayList<>();
    Object mine = new Object();
    NewDestination gateway =
        NewDestination.of("127.0.0.1:7", "drouting")
            .withUser(mine)
            .onStateChange(
                (uri, state, user) -> heard.add(uri + " is " + state + " " + (user == mine)))
            .onResponse((uri, result, user) -> heard.add(uri + " " + result.outcome().code()));
    assertThat(watch.add(gateway).apiValue()).isZero();
    station.pass(3);
    station.peers.answer(UP, 200);
    station.pass(8);
    assertThat(heard)
        .containsExactly(
            UP + " is DOWN true", UP + " 408", UP + " is UP true", UP + " 200", UP + " 200");
  }

  @Test
  void aCallbackMayRemoveItsOwnDestination() {
    watch.add(
        NewDestination.of(SILENT, "o")
            .onStateChange((uri, state, user) -> assertThat(watch.remove(uri, "o")).isTrue()));
    station.pass(10);
    assertThat(watch.size()).isZero();
    assertThat(station.peers.sent).hasSize(1);
  }

  @Test
  void theStateIsStoredBeforeAnybodyIsTold() {
    List<Integer> alive = new ArrayList<>();
    watch.listen(
        event -> {
          if (event instanceof DestinationStateChanged) {
            alive.add(watch.alive(SILENT));
          }
        });
    watch.add(SILENT, "o");
    station.pass(3);
    assertThat(alive).containsExactly(2);
  }

  @Test
  void aListenerThatFailsKeepsNobodyElseFromHearing() {
    watch.listen(
        event -> {
          throw new IllegalStateException("broken on purpose");
        });
    List<KeepaliveEvent> heard = new ArrayList<>();
    watch.listen(heard::add);
    watch.add(UP, "o");
    assertThat(heard).hasSize(1);
  }

  @Test
  void anOwnerThatWouldForgeALineOfTheLogIsRefused() {
    assertThat(watch.add(UP, "o\nERROR all is lost")).isInstanceOf(AddOutcome.Refused.class);
    assertThat(watch.size()).isZero();
  }

  @Test
  void anOwnerThatTheJournalCannotWriteIsRefused() {
    assertThat(watch.add(UP, "half a \ud83d smile")).isInstanceOf(AddOutcome.Refused.class);
    assertThat(watch.add(UP, "a whole \ud83d\ude00 smile")).isInstanceOf(Added.class);
  }

  @Test
  void changingNothingIsNoDeed() {
    long id = ((Added) watch.add(UP, "o")).id();
    assertThat(watch.change(id, Map.of(), "me")).isInstanceOf(ChangeOutcome.Changed.class);
    assertThat(watch.find(id).orElseThrow().deed()).isNull();
  }

  @Test
  void anErrorInACallbackDoesNotSilenceItsDestination() {
    watch.add(
        NewDestination.of(UP, "o")
            .onStateChange(
                (uri, state, user) -> {
                  throw new AssertionError("broken on purpose");
                }));
    station.pass(3);
    station.peers.answer(UP, 200);
    station.pass(8);
    assertThat(station.changes(UP)).containsExactly(DestinationState.DOWN, DestinationState.UP);
  }

  @Test
  void changesAreToldInOrderEvenIfNoWorkerIsFreeForAWhile() {
    List<Runnable> queue = new ArrayList<>();
    boolean[] full = {true};
    Station busy =
        new Station(
            Station.QUICK,
            task -> {
              if (full[0]) {
                throw new RejectedExecutionException();
              }
              queue.add(task);
            },
            ChangeLog.NONE);
    busy.watch.add(UP, "o");
    busy.pass(3);
    busy.peers.answer(UP, 200);
    busy.pass(5);
    assertThat(busy.events).isEmpty();
    full[0] = false;
    busy.pass(0.1);
    while (!queue.isEmpty()) {
      queue.remove(0).run();
    }
    assertThat(busy.changes(UP)).containsExactly(DestinationState.DOWN, DestinationState.UP);
    assertThat(busy.events.get(0)).isInstanceOf(DestinationAdded.class);
  }

  @Test
  void aLateSuccessBringsBackADestinationThatWasGivenUp() {
    PingSettings impatient = Station.settings("ping_interval", "1", "delete_counter", "1");
    Station quick = new Station(impatient, Runnable::run, ChangeLog.NONE);
    quick.peers.answer(UP, 500, Duration.ofMillis(1));
    quick.watch.add(UP, "o");
    quick.pass(0.6);
    quick.peers.silence(UP);
    quick.pass(0.5);
    assertThat(quick.watch.find(UP, "o").orElseThrow().stopped()).isFalse();
    quick.peers.answer(UP, 500, Duration.ofMillis(1));
    quick.pass(60);
    assertThat(quick.watch.find(UP, "o").orElseThrow().stopped()).isTrue();
    int sent = quick.peers.sent.size();
    assertThat(sent).isLessThan(6);
  }

  @Test
  void twoAddedAtOnceByDifferentThreadsKeepTheirOwnAnswers() throws InterruptedException {
    station.peers.answer(UP, 200);
    Thread one = new Thread(() -> watch.add(UP, "o"));
    Thread other = new Thread(() -> watch.add(SILENT, "o"));
    one.start();
    other.start();
    one.join();
    other.join();
    station.pass(20);
    assertThat(watch.alive(UP)).isEqualTo(1);
    assertThat(watch.alive(SILENT)).isEqualTo(2);
    assertThat(station.changes(UP)).containsExactly(DestinationState.UP);
    assertThat(station.changes(SILENT)).containsExactly(DestinationState.DOWN);
  }

  @Test
  void oneThousandThreadsWorthOfAdditionsOfOneDestinationMakeOne() {
    long added =
        IntStream.range(0, 1_000)
            .parallel()
            .filter(i -> watch.add("gw", "o") instanceof Added)
            .count();
    assertThat(added).isEqualTo(1);
    assertThat(watch.size()).isEqualTo(1);
  }

  @Test
  void theTableHasABound() {
    Station small = new Station(Station.QUICK, Runnable::run, ChangeLog.NONE, 2);
    small.watch.add("a", "o");
    small.watch.add("b", "o");
    assertThat(small.watch.add("c", "o"))
        .isEqualTo(new Refused(Cause.TABLE_FULL, "there are 2 destinations already"));
    assertThat(small.watch.add("b", "o").scriptValue()).isEqualTo(-2);
    small.watch.remove("a", "o");
    assertThat(small.watch.add("c", "o").scriptValue()).isEqualTo(1);
  }

  @Test
  void pagesAreStableWhileDestinationsGo() {
    watch.addAll(IntStream.range(0, 25).mapToObj(i -> NewDestination.of("gw" + i, "o")).toList());
    List<Long> seen = new ArrayList<>();
    List<DestinationStatus> page = watch.page(0, 10);
    while (!page.isEmpty()) {
      page.forEach(each -> seen.add(each.id()));
      page.forEach(each -> watch.remove(each.id()));
      page = watch.page(seen.get(seen.size() - 1), 10);
    }
    assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 25).boxed().toList());
    assertThat(watch.size()).isZero();
  }

  @Test
  void intervalsThatCannotBeAreRefused() {
    for (Duration interval : List.of(Duration.ofMillis(-1), Duration.ofMillis(99))) {
      assertThat(watch.add(NewDestination.of("gw", "o").every(interval)))
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.cause()).isEqualTo(Cause.BAD_INTERVAL));
    }
  }

  @Test
  void eachMayHaveItsOwnInterval() {
    watch.add(NewDestination.of(UP, "o").every(Duration.ofSeconds(1)));
    station.peers.answer(UP, 200);
    watch.add(SILENT, "o");
    station.pass(5);
    assertThat(station.peers.times(UP)).hasSize(5);
    assertThat(station.peers.times(SILENT)).hasSize(1);
  }

  @Test
  void flushingIsOnePieceOfNews() {
    watch.add("a", "o");
    watch.add("b", "o");
    assertThat(watch.flush()).isEqualTo(2);
    assertThat(station.events(DestinationsFlushed.class))
        .containsExactly(new DestinationsFlushed(2));
    assertThat(station.events(DestinationRemoved.class)).isEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.signalbox.resolver.Location;
import org.signalbox.resolver.Target;
import org.signalbox.sip.TransportProtocol;
import org.signalbox.testkit.FakeSender;
import org.signalbox.testkit.ManualTime;
import org.signalbox.transaction.TransactionBounds;
import org.signalbox.transaction.TransactionLayer;
import org.signalbox.transaction.TransactionTimers;

/** What Kamailio's module does wrong and this one must not (keepalive.md §11). */
class KeepaliveDefectsTest {
  private static final Path TABLE = Path.of("src/test/resources/spec/keepalive-defects.cases");
  private static final int DEFECTS = 13;

  private final Station station = new Station();
  private final DestinationWatch watch = station.watch;

  @TestFactory
  Stream<DynamicTest> eachIsShown() throws Exception {
    return rows().stream()
        .map(row -> DynamicTest.dynamicTest(String.join(" ", row), () -> Shown.by(row.get(1))));
  }

  @Test
  void noneIsForgotten() throws Exception {
    assertThat(rows().stream().map(row -> row.get(0)).distinct())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, DEFECTS).mapToObj(number -> "D" + number).toList());
  }

  private static List<List<String>> rows() throws Exception {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> line.startsWith("D"))
        .map(line -> List.of(line.split("\\s+", 2)))
        .toList();
  }

  @Test
  void flushingWhileOthersAddAndRemoveLeavesNothingBehind() throws InterruptedException {
    Thread other =
        new Thread(
            () -> {
              for (int i = 0; i < 5_000; i++) {
                watch.add("gw" + i % 50, "o");
                watch.remove("gw" + (i + 25) % 50, "o");
              }
            });
    other.start();
    while (other.isAlive()) {
      watch.flush();
    }
    other.join();
    watch.flush();
    assertThat(watch.size()).isZero();
    assertThat(watch.counts()).isEqualTo(new StateCounts(0, 0, 0));
    station.pass(20);
    assertThat(station.peers.sent).isEmpty();
  }

  @Test
  void whatWasGivenUpAndDeletedIsGone() {
    watch.add("gw", "o");
    station.pass(100);
    assertThat(watch.find("gw", "o").orElseThrow().stopped()).isTrue();
    assertThat(watch.remove("gw", "o")).isTrue();
    assertThat(watch.size()).isZero();
    assertThat(watch.alive("gw")).isEqualTo(-1);
    assertThat(watch.counts().total()).isZero();
    watch.add("gw", "o");
    assertThat(watch.find("gw", "o").orElseThrow().health().failures()).isZero();
    station.pass(1);
    assertThat(station.peers.times("sip:gw")).hasSize(5);
  }

  @Test
  void pingsThatCannotBeSentLeaveNothingBehind() {
    ManualTime time = new ManualTime();
    FakeSender transport = new FakeSender(time);
    TransactionLayer transactions =
        new TransactionLayer(
            transport, time.wheel(), time, TransactionTimers.DEFAULT, TransactionBounds.DEFAULT);
    Location found =
        new Location.Found(
            List.of(
                new Target(
                    TransportProtocol.UDP, FakeSender.point(TransportProtocol.UDP).address())));
    Location none = new Location.NotFound(Location.Cause.UNKNOWN_NAME, "no such name");
    transport.stopListening();
    for (Location location : List.of(found, none)) {
      PingSender sender =
          new TransactionPingSender(
              transactions, (hop, callback) -> callback.accept(location), List::of, time, "");
      for (int i = 0; i < 1_000; i++) {
        sender.send(
            new PingRequest(1, i, "sip:gw", PingSettings.DEFAULT),
            outcome -> assertThat(outcome.code()).isZero());
      }
    }
    assertThat(transactions.clientTransactions()).isZero();
  }

  @Test
  void deletingDoesNotWaitForARouteThatRuns() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch deleted = new CountDownLatch(1);
    Station threaded = new Station(Station.QUICK, task -> new Thread(task).start(), ChangeLog.NONE);
    threaded.watch.listen(
        event -> {
          if (event instanceof DestinationStateChanged) {
            running.countDown();
            await(deleted);
          }
        });
    threaded.watch.add("gw", "o");
    threaded.watch.add("other", "o");
    threaded.pass(3);
    running.await();
    assertThat(threaded.watch.remove("gw", "o")).isTrue();
    assertThat(threaded.watch.alive("other")).isEqualTo(2);
    assertThat(threaded.watch.flush()).isEqualTo(1);
    deleted.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void askingWhileOthersDeleteIsSafe() throws InterruptedException {
    Thread other =
        new Thread(
            () -> {
              for (int i = 0; i < 20_000; i++) {
                watch.add("gw", "o");
                watch.remove("gw", "o");
              }
            });
    other.start();
    while (other.isAlive()) {
      assertThat(watch.alive("gw")).isIn(1, -1);
      watch.find("gw", "o").ifPresent(found -> assertThat(found.uri()).isEqualTo("sip:gw"));
    }
    other.join();
    assertThat(watch.alive("gw")).isEqualTo(-1);
  }

  @Test
  void anAdditionThatIsRefusedLeavesNothingBehind() {
    for (String uri : List.of("sip:[::1", "sip:", "mailto:a@b", "sip:a:99999")) {
      assertThat(watch.add(uri, "o")).isInstanceOf(AddOutcome.Refused.class);
    }
    assertThat(watch.add(NewDestination.of("gw", "o").every(Duration.ofMillis(1))))
        .isInstanceOf(AddOutcome.Refused.class);
    assertThat(watch.add(NewDestination.of("gw", "o").with("down_threshold", "0")))
        .isInstanceOf(AddOutcome.Refused.class);
    station.pass(10);
    assertThat(watch.size()).isZero();
    assertThat(station.peers.sent).isEmpty();
    assertThat(station.events).isEmpty();
  }

  @Test
  void closingTwiceAndAfterwardsIsSafe() {
    watch.add("gw", "o");
    watch.close();
    watch.close();
    station.pass(20);
    assertThat(station.peers.sent).isEmpty();
    assertThat(watch.find("gw", "o")).isPresent();
    assertThat(watch.remove("gw", "o")).isTrue();
  }
}

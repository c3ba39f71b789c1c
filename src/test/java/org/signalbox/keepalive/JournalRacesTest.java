// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalbox.keepalive.JournalLine.Verb;
import org.signalbox.testkit.ManualTime;

/** What the journal makes of changes that overtake each other, and of a disk that is full. */
class JournalRacesTest {
  @TempDir Path directory;
  private final ManualTime time = new ManualTime();
  private final List<Runnable> later = new ArrayList<>();
  private Path file;
  private JournalDoor door;
  private Station station = new Station();

  @BeforeEach
  void open() {
    file = directory.resolve(JournalDoor.NAME);
    door = JournalDoor.open(directory, time, later::add);
  }

  @Test
  void whatIsAddedWhileAFlushGoesOnIsRemembered() {
    WatchedDestination before = station.destination("sip:before", "o");
    WatchedDestination after = station.destination("sip:after", "o");
    WatchedDestination flushed = station.destination("sip:flushed", "o");
    door.changes().added(List.of(before, flushed));
    door.changes().flushed(flushed.id(), List.of(before));
    door.changes().added(List.of(after));
    assertThat(remembered()).containsExactly("sip:before", "sip:after");
  }

  @Test
  void whatWasRemovedBeforeItWasWrittenDownIsNotRememberedAfterARewriteEither() {
    WatchedDestination brief = station.destination("sip:brief", "o");
    WatchedDestination other = station.destination("sip:other", "o");
    brief.markRemoved();
    for (int i = 0; i < 2_000; i++) {
      door.changes().removed(brief);
    }
    time.advance(Duration.ofSeconds(2));
    door.changes().tick(List.of());
    later.forEach(Runnable::run);
    door.changes().added(List.of(brief, other));
    assertThat(remembered()).containsExactly("sip:other");
  }

  @Test
  void aLineThatNamesNobodyIsDamagedAndNoReasonNotToStart() throws IOException {
    door.changes().added(List.of(station.destination("sip:gw", "o")));
    door.changes().close();
    Files.writeString(file, JournalLine.of(Verb.FIXED, 0).text(), StandardOpenOption.APPEND);
    assertThat(remembered()).containsExactly("sip:gw");
    assertThat(JournalDoor.open(directory, time, later::add).remembered().entries()).hasSize(1);
  }

  @Test
  void aFullDiskLosesNothingOnceThereIsRoomAgain() throws IOException {
    onAFullDisk();
    station.watch.add("gw", "o");
    time.advance(Duration.ofSeconds(11));
    station.watch.tick();
    later.forEach(Runnable::run);
    station.watch.add("more", "o");
    assertThat(remembered()).containsExactly("sip:gw", "sip:more");
  }

  @Test
  void whatCouldNotBeWrittenIsTriedOnceMoreAtTheEnd() throws IOException {
    onAFullDisk();
    station.watch.add("gw", "o");
    station.watch.close();
    assertThat(remembered()).containsExactly("sip:gw");
  }

  @Test
  void closingWaitsForTheWorkerThatWrites() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<WatchedDestination> slow =
        new ArrayList<>() {
          @Override
          public Stream<WatchedDestination> stream() {
            begun.countDown();
            await(goOn);
            return super.stream();
          }
        };
    for (int i = 0; i < 2_000; i++) {
      door.changes().removed(station.destination("sip:gone", "o"));
    }
    time.advance(Duration.ofSeconds(2));
    door.changes().tick(slow);
    Thread worker = new Thread(later.remove(0));
    worker.start();
    begun.await();
    Thread closing = new Thread(() -> door.changes().close());
    closing.start();
    while (closing.getState() != Thread.State.WAITING && closing.isAlive()) {
      Thread.onSpinWait();
    }
    assertThat(closing.isAlive()).isTrue();
    goOn.countDown();
    closing.join();
    worker.join();
    assertThat(directory.resolve(JournalDoor.NAME + ".new")).doesNotExist();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aFileThatCannotBeFinishedTakesNoRoom() {
    Path fresh = directory.resolve("fresh");
    Remembered.Entry entry =
        new Remembered.Entry(1, new DestinationKey("sip:gw", "o", ""), Special.NONE, Instant.EPOCH);
    List<Remembered.Entry> broken =
        new AbstractList<>() {
          @Override
          public Remembered.Entry get(int index) {
            if (index > 5_000) {
              throw new IllegalStateException("no more room");
            }
            return entry;
          }

          @Override
          public int size() {
            return 10_000;
          }
        };
    assertThatThrownBy(() -> JournalWriter.write(fresh, new Remembered(1, broken, Map.of(), null)))
        .hasMessage("no more room");
    assertThat(fresh).doesNotExist();
  }

  /** Where nothing can be appended, but another file can take its place. */
  private void onAFullDisk() throws IOException {
    door.changes().close();
    Files.delete(file);
    Files.createSymbolicLink(file, Path.of("/dev/full"));
    JournalFile nothing = new JournalFile(Remembered.NOTHING, 0, 0, 0, 0);
    Journal journal = new Journal(file, nothing, time, later::add);
    door = new JournalDoor(Remembered.NOTHING, journal);
    station = new Station(Station.QUICK, Runnable::run, journal);
  }

  private List<String> remembered() {
    door.changes().close();
    assertThat(file).matches(each -> !Files.isSymbolicLink(each), "is no full disk any more");
    door = JournalDoor.open(directory, time, later::add);
    return door.remembered().entries().stream().map(each -> each.key().uri()).toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalbox.testkit.ManualTime;

class JournalTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path directory;
  private final ManualTime time = new ManualTime();
  private final List<Runnable> later = new ArrayList<>();
  private Path file;
  private JournalDoor door;
  private Station station;

  @BeforeEach
  void start() {
    file = directory.resolve("data").resolve(JournalDoor.NAME);
    open();
  }

  @Test
  void whatWasAddedAtRunTimeIsThereAfterARestart() {
    station.watch.add("gw1", "o");
    station.watch.add(NewDestination.of("gw2", "o ö\n=").every(Duration.ofSeconds(7)));
    station.watch.add("gw3", "o");
    station.watch.remove("gw3", "o");
    List<DestinationStatus> before = station.watch.page(0, 10);
    restart();
    assertThat(station.watch.page(0, 10)).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void whatOperatorsSaidIsThereAfterARestart() {
    restart("static");
    station.watch.add("gw1", "o");
    station.watch.add(NewDestination.of("gw2", "o").with("ping_socket", "udp:127.0.0.1:5060"));
    Pause pause = new Pause("a reason, with = signs", null, time.instant(), "ann");
    for (String uri : List.of("static", "gw1", "gw2")) {
      String owner = uri.equals("static") ? DestinationWatch.FIXED_OWNER : "o";
      long id = station.watch.find(uri, owner).orElseThrow().id();
      station.watch.change(id, java.util.Map.of("group", "trunks"), "ann");
      station.watch.pause(id, pause.reason(), null, "ann");
    }
    Pause all = new Pause("", time.instant().plusSeconds(60), time.instant(), "bob");
    station.watch.pauseAll("", Duration.ofSeconds(60), "bob");
    restart("static");
    restart("static");
    assertThat(station.watch.paused()).contains(all);
    assertThat(station.watch.page(0, 10)).hasSize(3);
    assertThat(station.watch.page(0, 10))
        .allSatisfy(
            each -> {
              assertThat(each.pause()).isEqualTo(pause);
              assertThat(each.settings().group()).isEqualTo("trunks");
              assertThat(each.deed()).isEqualTo(new Deed("paused", "ann", time.instant()));
            });
    assertThat(station.watch.find("gw2", "o").orElseThrow().own())
        .containsEntry("ping_socket", "udp:127.0.0.1:5060");
    station.watch.resumeAll();
    restart("static");
    assertThat(station.watch.paused()).isEmpty();
  }

  @Test
  void aNumberIsNeverGivenTwice() {
    station.watch.add("gw1", "o");
    station.watch.add("gw2", "o");
    station.watch.remove("gw2", "o");
    restart("static");
    restart("static");
    assertThat(ids()).containsExactly(1L, 4L);
    station.watch.flush();
    restart();
    station.watch.add("gw3", "o");
    assertThat(ids()).containsExactly(5L);
  }

  @Test
  void whatTheFileNamesIsNotRemembered() {
    restart("static", "also");
    assertThat(station.watch.size()).isEqualTo(2);
    station.watch.remove("static", DestinationWatch.FIXED_OWNER);
    restart();
    assertThat(station.watch.size()).isZero();
    restart("static");
    assertThat(station.watch.size()).isEqualTo(1);
  }

  @Test
  void whereTheFileNamesWhatIsRememberedTheFileWins() {
    station.watch.add("gw", DestinationWatch.FIXED_OWNER);
    restart("gw");
    assertThat(station.watch.page(0, 10)).singleElement().matches(DestinationStatus::fixed);
  }

  @Test
  void killedWithoutACloseItLosesNothing() {
    station.watch.add("gw1", "o");
    open();
    assertThat(station.watch.size()).isEqualTo(1);
  }

  @Test
  void aTornLastLineIsCutOff() throws IOException {
    station.watch.add("gw1", "o");
    station.watch.add("gw2", "o");
    door.changes().close();
    byte[] whole = Files.readAllBytes(file);
    int last = new String(whole, 0, whole.length - 1, StandardCharsets.UTF_8).lastIndexOf('\n') + 1;
    for (int length = last; length < whole.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      open();
      assertThat(station.watch.size()).as("%d bytes", length).isEqualTo(1);
      station.watch.add("gw3", "o");
      restart();
      assertThat(station.watch.size()).isEqualTo(2);
    }
    assertThat(aside()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "signalbox-keep"})
  void aFileThatWasJustBegunIsBegunAgain(String content) throws IOException {
    door.changes().close();
    Files.writeString(file, content);
    open();
    station.watch.add("gw", "o");
    restart();
    assertThat(station.watch.size()).isEqualTo(1);
    assertThat(aside()).isEmpty();
  }

  @Test
  void aDamagedFileIsPutAsideAndWhatCanBeReadIsKept() throws IOException {
    station.watch.add("gw1", "o");
    station.watch.add("gw2", "o");
    station.watch.add("gw3", "o");
    door.changes().close();
    String damaged = Files.readString(file).replace("gw2", "gw9");
    Files.writeString(file, damaged);
    open();
    assertThat(station.watch.page(0, 10))
        .extracting(DestinationStatus::uri)
        .containsExactly("sip:gw1", "sip:gw3");
    assertThat(aside()).singleElement().satisfies(kept -> assertThat(kept).hasContent(damaged));
    open();
    assertThat(aside()).hasSize(1);
    assertThat(station.watch.size()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "something else entirely\nwith lines\n",
        "no line at all, but longer than the header",
        "signalbox-keepalive-journal 9\n"
      })
  void whatIsNoJournalIsPutAside(String content) throws IOException {
    door.changes().close();
    Files.writeString(file, content);
    open();
    assertThat(station.watch.size()).isZero();
    station.watch.add("gw", "o");
    restart();
    assertThat(station.watch.size()).isEqualTo(1);
    assertThat(aside()).singleElement().satisfies(kept -> assertThat(kept).hasContent(content));
  }

  @Test
  void whatCannotBeOpenedIsLeftAloneAndTheServerWorksWithoutMemory() throws IOException {
    door.changes().close();
    Files.delete(file);
    Files.createDirectories(file.resolve("a directory of that name"));
    open();
    assertThat(station.watch.add("gw", "o").scriptValue()).isEqualTo(1);
    assertThat(file).isDirectory();
  }

  @Test
  void aHundredThousandAdditionsAreAppendedAndNotRewritten() throws IOException {
    List<NewDestination> many =
        IntStream.range(0, 100_000).mapToObj(i -> NewDestination.of("gw" + i, "o")).toList();
    station.watch.addAll(many);
    Object inode = Files.getAttribute(file, "unix:ino");
    time.advance(SECOND.multipliedBy(2));
    station.watch.tick();
    work();
    assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(inode);
    assertThat(Files.size(file)).isLessThan(100L * many.size());
    restart();
    assertThat(station.watch.size()).isEqualTo(many.size());
  }

  @Test
  void historyIsLeftBehindAndWhatHappensMeanwhileIsNot() throws IOException {
    station.watch.add("stays", "o");
    for (int i = 0; i < 1_000; i++) {
      station.watch.add("goes", "o");
      station.watch.remove("goes", "o");
    }
    long before = Files.size(file);
    time.advance(SECOND);
    station.watch.tick();
    later.add(0, () -> station.watch.add("meanwhile", "o"));
    work();
    station.watch.add("afterwards", "o");
    assertThat(Files.size(file)).isLessThan(before / 100);
    List<Long> ids = ids();
    open();
    assertThat(ids()).isEqualTo(ids).hasSize(3);
    assertThat(file.resolveSibling(JournalDoor.NAME + ".new")).doesNotExist();
  }

  @Test
  void aRewriteThatWasInterruptedLeavesTheOldFileInForce() throws IOException {
    station.watch.add("gw", "o");
    door.changes().close();
    Path unfinished = file.resolveSibling(JournalDoor.NAME + ".new");
    Files.writeString(unfinished, "signalbox-keepalive-jour");
    open();
    assertThat(station.watch.size()).isEqualTo(1);
  }

  @Test
  void interruptedBetweenPuttingAsideAndRenamingItGoesOnFromTheReplacement() throws IOException {
    station.watch.add("gw", "o");
    door.changes().close();
    Files.move(file, file.resolveSibling(JournalDoor.NAME + ".new"));
    open();
    assertThat(station.watch.size()).isEqualTo(1);
  }

  private void restart(String... fixed) {
    door.changes().close();
    open(fixed);
  }

  private void open(String... fixed) {
    door = JournalDoor.open(file.getParent(), time, later::add);
    station = new Station(Station.QUICK, Runnable::run, door.changes());
    station.watch.open(List.of(fixed), door.remembered());
  }

  private void work() {
    while (!later.isEmpty()) {
      later.remove(0).run();
    }
  }

  private List<Long> ids() {
    return station.watch.page(0, 10).stream().map(DestinationStatus::id).toList();
  }

  private List<Path> aside() {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.filter(each -> each.toString().contains(".unreadable-")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

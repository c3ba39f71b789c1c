// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UriIndexTest {
  private final Station station = new Station();
  private final UriIndex index = new UriIndex();

  @Test
  void findsEachOfMany() {
    List<WatchedDestination> all =
        IntStream.range(0, 20_000).mapToObj(i -> destination("sip:gw" + i, "o")).toList();
    all.forEach(index::add);
    assertThat(all).allSatisfy(each -> assertThat(index.find(each.uri())).isSameAs(each));
    assertThat(index.find("sip:gw20000")).isNull();
  }

  @Test
  void theYoungestOfOneUriWinsAndTheNextFollowsWhenItGoes() {
    WatchedDestination oldest = destination("sip:gw", "a");
    WatchedDestination middle = destination("sip:gw", "b");
    WatchedDestination youngest = destination("sip:gw", "c");
    List.of(oldest, middle, youngest).forEach(index::add);
    assertThat(index.find("gw")).isSameAs(youngest);
    index.remove(middle);
    assertThat(index.find("gw")).isSameAs(youngest);
    index.remove(youngest);
    assertThat(index.find("gw")).isSameAs(oldest);
    index.remove(oldest);
    assertThat(index.find("gw")).isNull();
  }

  @Test
  void comingAndGoingLeavesNothingBehind() {
    Random random = new Random(1);
    List<WatchedDestination> present = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      if (present.size() < 300) {
        WatchedDestination fresh = destination("sip:gw" + random.nextInt(1_000), "o" + i);
        index.add(fresh);
        present.add(fresh);
      } else {
        Collections.swap(present, random.nextInt(present.size()), present.size() - 1);
        WatchedDestination gone = present.remove(present.size() - 1);
        index.remove(gone);
        String uri = gone.uri();
        assertThat(index.find(uri) != null)
            .isEqualTo(present.stream().anyMatch(other -> other.uri().equals(uri)));
      }
    }
    present.forEach(index::remove);
    assertThat(present).allSatisfy(each -> assertThat(index.find(each.uri())).isNull());
  }

  @Test
  void readersSeeWhatIsThereWhileOthersComeAndGo() throws InterruptedException {
    List<WatchedDestination> staying =
        IntStream.range(0, 500).mapToObj(i -> destination("sip:stays" + i, "o")).toList();
    staying.forEach(index::add);
    Thread writer = new Thread(this::churn);
    writer.start();
    int misses = 0;
    while (writer.isAlive()) {
      for (WatchedDestination each : staying) {
        misses += index.find(each.uri()) == each ? 0 : 1;
      }
    }
    writer.join();
    assertThat(misses).isZero();
  }

  private void churn() {
    for (int round = 0; round < 20; round++) {
      List<WatchedDestination> coming =
          IntStream.range(0, 2_000).mapToObj(i -> destination("sip:goes" + i, "o")).toList();
      coming.forEach(index::add);
      coming.forEach(index::remove);
    }
  }

  private WatchedDestination destination(String uri, String owner) {
    return station.destination(uri, owner);
  }
}

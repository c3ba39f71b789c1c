// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.signalbox.testkit.LogLines;

class ChangeNotesTest {
  private final LogLines log = new LogLines("org.signalbox.keepalive");

  @AfterEach
  void end() {
    log.close();
  }

  @Test
  void theNumberOfThoseThatWereNotNamedIsWrittenThoughNothingElseHappens() {
    Station station = new Station();
    station.watch.listen(new ChangeNotes(station.time));
    for (int i = 0; i < 30; i++) {
      station.watch.add("gw" + i, "o");
    }
    station.pass(30);
    assertThat(log.lines()).filteredOn(line -> line.contains("is down: no answer")).hasSize(20);
    assertThat(log.lines()).filteredOn(line -> line.contains("10 more have gone")).hasSize(1);
  }

  @Test
  void anAddressThatChangesIsNamed() {
    Station station = new Station();
    station.watch.listen(new ChangeNotes(station.time));
    station.peers.outcome(
        "sip:gw",
        new PingOutcome.Several(
            List.of(
                new PingOutcome.OfTarget("udp:192.0.2.1:5060", new PingOutcome.NoAnswer(null)))));
    station.watch.add("gw", "o");
    station.pass(1);
    assertThat(log.lines())
        .anyMatch(
            line ->
                line.endsWith(
                    "Address udp:192.0.2.1:5060 of destination sip:gw of o is down: no answer"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeNotesTest {
  private static final Logger LOG = Logger.getLogger("org.signalbox.keepalive");

  private final List<String> lines = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          lines.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void begin() {
    LOG.addHandler(handler);
  }

  @AfterEach
  void end() {
    LOG.removeHandler(handler);
  }

  @Test
  void theNumberOfThoseThatWereNotNamedIsWrittenThoughNothingElseHappens() {
    Station station = new Station();
    station.watch.listen(new ChangeNotes(station.time));
    for (int i = 0; i < 30; i++) {
      station.watch.add("gw" + i, "o");
    }
    station.pass(30);
    assertThat(lines).filteredOn(line -> line.contains("is down: no answer")).hasSize(20);
    assertThat(lines).filteredOn(line -> line.contains("10 more have gone")).hasSize(1);
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
    assertThat(lines)
        .anyMatch(
            line ->
                line.endsWith(
                    "Address udp:192.0.2.1:5060 of destination sip:gw of o is down: no answer"));
  }
}

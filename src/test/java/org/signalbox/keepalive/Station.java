// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.signalbox.testkit.ManualTime;

/** A running room with scripted peers and a clock that the test moves. */
final class Station {
  static final Duration TICK = Duration.ofMillis(50);
  static final PingSettings QUICK = new PingSettings(Duration.ofSeconds(5), 3, "sip:me@here");

  final ManualTime time = new ManualTime();
  final ScriptedPeers peers = new ScriptedPeers(time, Duration.ofSeconds(2));
  final List<KeepaliveEvent> events = new ArrayList<>();
  final DestinationWatch watch;

  Station() {
    this(QUICK, Runnable::run, 1_000_000);
  }

  Station(PingSettings settings, Executor worker, int bound) {
    watch =
        new DestinationWatch(
            settings, bound, new DestinationWatch.Ports(time, peers, worker, ChangeLog.NONE));
    watch.listen(events::add);
  }

  /** Time passes, and the server ticks. */
  void pass(Duration span) {
    for (Duration left = span; left.compareTo(Duration.ZERO) > 0; left = left.minus(TICK)) {
      time.advance(TICK);
      watch.tick();
    }
  }

  void pass(double seconds) {
    pass(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  List<DestinationState> changes(String uri) {
    return events.stream()
        .filter(DestinationStateChanged.class::isInstance)
        .map(DestinationStateChanged.class::cast)
        .filter(changed -> changed.destination().uri().equals(uri))
        .map(DestinationStateChanged::state)
        .toList();
  }

  <E extends KeepaliveEvent> List<E> events(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}

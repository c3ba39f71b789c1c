// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.signalbox.testkit.ManualTime;

/** A running room with scripted peers and a clock that the test moves. */
final class Station {
  static final Duration TICK = Duration.ofMillis(50);
  static final PingSettings QUICK =
      settings("ping_interval", "5", "delete_counter", "3", "ping_from", "sip:me@here");

  final ManualTime time = new ManualTime();
  final ScriptedPeers peers = new ScriptedPeers(time, Duration.ofSeconds(2));
  final List<KeepaliveEvent> events = new ArrayList<>();
  final DestinationWatch watch;
  private final Pinger pinger;
  private long outside;

  /** Kamailio's defaults but for some settings, each a name and a value. */
  static PingSettings settings(String... pairs) {
    return with(PingSettings.DEFAULT, pairs);
  }

  static PingSettings with(PingSettings settings, String... pairs) {
    SettingsDraft draft = new SettingsDraft(settings);
    for (int i = 0; i < pairs.length; i += 2) {
      assertThat(draft.take(pairs[i], pairs[i + 1])).as(pairs[i]).isNull();
    }
    return draft.settings();
  }

  Station() {
    this(QUICK, Runnable::run, ChangeLog.NONE);
  }

  Station(PingSettings settings, Executor worker, ChangeLog changes) {
    this(settings, worker, changes, 1_000_000);
  }

  Station(PingSettings settings, Executor worker, ChangeLog changes, int bound) {
    DestinationWatch.Ports ports = new DestinationWatch.Ports(time, peers, worker, changes);
    watch = new DestinationWatch(settings, bound, ports);
    pinger = new Pinger(settings, new PingSchedule(time), ports, new News(worker));
    watch.listen(events::add);
  }

  /** A destination that is in no table. */
  WatchedDestination destination(String uri, String owner) {
    DestinationKey key = new DestinationKey(uri, owner, "");
    return new WatchedDestination(
        new WatchedDestination.Identity(++outside, key, false, Special.NONE, null),
        pinger,
        time.instant());
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

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.signalbox.timer.TimeSource;

/**
 * What operators say about destinations that are watched already: other settings, a pause. It
 * counts from the next ping on, is remembered over a restart, and says who did it. Thread-safe.
 */
final class Orders {
  private final DestinationTable table;
  private final Pinger pinger;
  private final News news;
  private final ChangeLog changes;
  private final TimeSource time;

  Orders(DestinationTable table, Pinger pinger, News news, DestinationWatch.Ports ports) {
    this.table = table;
    this.pinger = pinger;
    this.news = news;
    this.changes = ports.changes();
    this.time = ports.time();
  }

  /**
   * Changes settings.
   *
   * @param wanted by name; null for the configuration file's value
   */
  ChangeOutcome change(long id, Map<String, @Nullable String> wanted, String by) {
    WatchedDestination destination = table.find(id);
    if (destination == null) {
      return new ChangeOutcome.Missing();
    }
    SettingsDraft draft = new SettingsDraft(pinger.defaults());
    for (Map.Entry<String, @Nullable String> each : wanted.entrySet()) {
      String problem = problem(draft, each.getKey(), each.getValue());
      if (problem != null) {
        return new ChangeOutcome.Refused(each.getKey(), problem);
      }
    }
    if (wanted.isEmpty()) {
      return new ChangeOutcome.Changed(destination.status());
    }
    synchronized (destination) {
      Map<String, String> own = new TreeMap<>(destination.special().own());
      wanted.forEach((name, value) -> own.compute(name, (same, old) -> value));
      take(
          destination,
          destination
              .special()
              .with(own, deed(String.join(", ", wanted.keySet()) + " changed", by)));
    }
    carryOn(destination);
    return new ChangeOutcome.Changed(destination.status());
  }

  private static @Nullable String problem(
      SettingsDraft draft, String name, @Nullable String value) {
    Setting setting = Setting.named(name);
    if (setting == null) {
      return "there is no such setting";
    }
    if (name.equals(Setting.SOCKET)) {
      return "it can be said only when a destination is added";
    }
    return value == null ? null : setting.read(draft, value);
  }

  /** Pauses a destination, or lets it go on. */
  Optional<DestinationStatus> pause(long id, @Nullable Pause pause, String by) {
    WatchedDestination destination = table.find(id);
    if (destination == null) {
      return Optional.empty();
    }
    synchronized (destination) {
      Deed deed = deed(pause == null ? "resumed" : "paused", by);
      take(destination, destination.special().with(pause, deed));
    }
    carryOn(destination);
    return Optional.of(destination.status());
  }

  /** Pauses all, or lets all go on whose own pause is over. */
  void pauseAll(@Nullable Pause pause) {
    synchronized (this) { // what is remembered last is what holds
      pinger.pause(pause);
      changes.paused(pause);
      news.add(new PingsPaused(pause));
    }
    news.tell();
  }

  private Deed deed(String what, String by) {
    return new Deed(what, by, time.instant());
  }

  private void take(WatchedDestination destination, Special special) {
    if (!destination.removed()) {
      pinger.tallies().leave(destination, destination.state());
      destination.special(special);
      pinger.tallies().enter(destination);
      pinger.announceTargets(destination);
      pinger.announce(destination, destination.health().last());
    }
  }

  private void carryOn(WatchedDestination destination) {
    changes.changed(destination);
    pinger.schedule().retime(destination);
    if (!destination.settings().once() && !destination.removed()) {
      pinger.schedule().start(destination);
    }
    news.tell(destination, true);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.signalbox.timer.TimeSource;

/**
 * Asks one destination and draws the conclusion: sends a ping, takes its result, tells the news.
 */
final class Pinger {
  private final PingSettings defaults;
  private final TimeSource time;
  private final PingSchedule schedule;
  private final PingSender sender;
  private final News news;
  private final Tallies tallies = new Tallies();

  /** Why nobody at all is pinged; null when all are. */
  private volatile @Nullable Pause pause;

  Pinger(PingSettings defaults, PingSchedule schedule, DestinationWatch.Ports ports, News news) {
    this.defaults = defaults;
    this.time = ports.time();
    this.schedule = schedule;
    this.sender = ports.sender();
    this.news = news;
  }

  /** How destinations are pinged that say nothing about it. */
  PingSettings defaults() {
    return defaults;
  }

  /** How many are in each state. */
  Tallies tallies() {
    return tallies;
  }

  PingSchedule schedule() {
    return schedule;
  }

  /** Pauses all, or none. */
  void pause(@Nullable Pause other) {
    pause = other;
  }

  /** Why nobody is pinged now; null when all are. */
  @Nullable Pause pause() {
    return lasting(pause);
  }

  /** Why this one is not pinged now; null when it is. */
  @Nullable Pause pause(WatchedDestination destination) {
    Pause own = lasting(destination.special().pause());
    return own == null ? lasting(pause) : own;
  }

  private @Nullable Pause lasting(@Nullable Pause some) {
    return some != null && some.lasts(time.instant()) ? some : null;
  }

  /** A destination stays in the schedule while it is paused, so that it goes on in its own turn. */
  void ping(WatchedDestination destination) {
    if (pause(destination) == null) {
      long number = destination.count(time.instant());
      PingRequest request =
          new PingRequest(destination.id(), number, destination.uri(), destination.settings());
      sender.send(request, new UnderWay(destination, number));
    }
  }

  /** One ping that has no result yet. */
  private final class UnderWay extends AtomicBoolean implements PingListener {
    private final WatchedDestination destination;
    private final long number;

    UnderWay(WatchedDestination destination, long number) {
      this.destination = destination;
      this.number = number;
    }

    @Override
    public void finished(PingOutcome outcome) {
      if (compareAndSet(false, true)) {
        conclude(destination, new PingResult(number, time.instant(), outcome));
      }
    }
  }

  private void conclude(WatchedDestination destination, PingResult result) {
    boolean wantsAnswers = news.wantsAnswers(destination);
    boolean changed;
    boolean urgent;
    Health after;
    synchronized (destination) {
      if (destination.removed()) {
        return;
      }
      Health before = destination.health();
      if (pause(destination) == null) { // else the state stays as it was when the pause began
        destination.take(result);
      }
      after = destination.health();
      changed = after.state() != before.state();
      if (changed) {
        tallies.leave(destination, before.state());
        tallies.enter(destination);
      }
      urgent = announceTargets(destination) || changed;
      if (changed || destination.owesNews()) {
        announce(destination, result);
      }
      if (wantsAnswers) {
        news.add(destination, new DestinationAnswered(destination.status(), result));
      }
    }
    news.tell(destination, urgent);
    goOn(destination, after);
  }

  /** Puts in line what listeners have to be told of the state; the caller holds the monitor. */
  void announce(WatchedDestination destination, @Nullable PingResult decided) {
    DestinationState told = destination.told();
    boolean muted = destination.settings().maintenance();
    if (decided == null || muted || told == destination.state()) {
      news.add(destination, new DestinationUpdated(destination.status()));
    } else {
      DestinationStatus status = destination.status();
      if (news.add(destination, new DestinationStateChanged(status, told, decided))) {
        destination.markTold();
      }
    }
  }

  /** The same of its addresses; false when there is nothing to be told. */
  boolean announceTargets(WatchedDestination destination) {
    List<WatchedTarget> owing = destination.targetsOwingNews();
    for (WatchedTarget target : owing) {
      TargetStateChanged changed =
          new TargetStateChanged(
              destination.status(), target.address(), target.told(), target.course().health());
      if (news.add(destination, changed)) {
        target.markTold();
      }
    }
    return !owing.isEmpty();
  }

  private void goOn(WatchedDestination destination, Health health) {
    if (destination.ring != null) {
      if (destination.settings().pace().varies()) {
        schedule.retime(destination);
      }
    } else if (health.state() == DestinationState.UP && !destination.settings().once()) {
      // An answer to a late ping of a destination that was given up brings its pings back.
      schedule.start(destination);
    }
  }
}

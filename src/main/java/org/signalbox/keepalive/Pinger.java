// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.concurrent.atomic.AtomicBoolean;
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
  private final StateTally tally = new StateTally();

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
  StateTally tally() {
    return tally;
  }

  PingSchedule schedule() {
    return schedule;
  }

  void ping(WatchedDestination destination) {
    long number = destination.count(time.instant());
    PingRequest request =
        new PingRequest(destination.id(), number, destination.uri(), destination.settings());
    sender.send(request, new UnderWay(destination, number));
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
    boolean revived;
    synchronized (destination) {
      if (destination.removed()) {
        return;
      }
      Health before = destination.take(result);
      Health after = destination.health();
      changed = after.state() != before.state();
      if (changed) {
        tally.leave(before.state());
        tally.enter(after.state());
        news.add(
            destination, new DestinationStateChanged(destination.status(), before.state(), result));
      }
      if (wantsAnswers) {
        news.add(destination, new DestinationAnswered(destination.status(), result));
      }
      revived = after.state() == DestinationState.UP && !destination.interval().isZero();
    }
    news.tell(destination, changed);
    if (revived && destination.ring == null) {
      // An answer to a late ping of a destination that was given up brings its pings back.
      schedule.start(destination);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.rtimer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.signalbox.routing.Routing;
import org.signalbox.script.BlockKind;
import org.signalbox.script.RouteKind;
import org.signalbox.script.run.Route;
import org.signalbox.timer.Period;
import org.signalbox.timer.PeriodicTimer;
import org.signalbox.timer.PeriodicTimers;
import org.signalbox.worker.WorkerGroup;
import org.signalbox.worker.WorkerGroupSettings;
import org.signalbox.worker.WorkerGroups;

/**
 * Runs routes at every turn of their timer, one after the other, on a worker: that of all timers,
 * or one of its own. A turn that comes while the last one still runs is left out.
 */
final class TimerRoutes {
  private static final String WORKERS = "rtimer";
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final Routing routing;
  private final WorkerGroups groups;
  private final PeriodicTimers timers;
  private final List<PeriodicTimer> running = new ArrayList<>();

  TimerRoutes(Routing routing, WorkerGroups groups, PeriodicTimers timers) {
    this.routing = routing;
    this.groups = groups;
    this.timers = timers;
  }

  /** Begins to run routes; one that the file does not have is left out. */
  void begin(RouteTimer timer, Duration interval, List<String> names) {
    Period period = Period.every(interval.compareTo(SHORTEST) < 0 ? SHORTEST : interval);
    Executor worker = worker(timer.alone() ? WORKERS + "-" + timer.name() : WORKERS);
    running.add(timers.register(period, worker, seconds -> names.forEach(this::run)));
  }

  void end() {
    running.forEach(PeriodicTimer::close);
  }

  private WorkerGroup worker(String name) {
    return groups.own(new WorkerGroupSettings(name, 1));
  }

  /** With the script that is current now: a reload changes what a timer runs. */
  private void run(String name) {
    Route route = routing.script().route(BlockKind.NAMED, name).orElse(null);
    if (route != null) {
      routing.run(route, RouteKind.REQUEST, routing.frame(routing.faked(), RouteKind.REQUEST));
    }
  }
}

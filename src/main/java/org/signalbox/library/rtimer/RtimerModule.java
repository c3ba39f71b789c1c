// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.rtimer;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Bindings;
import org.signalbox.module.Exports;
import org.signalbox.module.Parameter;
import org.signalbox.module.ParameterValues;
import org.signalbox.module.SignalboxModule;
import org.signalbox.routing.Routing;
import org.signalbox.timer.PeriodicTimers;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;
import org.signalbox.worker.WorkerGroups;

/** The export table of {@code rtimer} (modules.md §16): parameters only. */
public final class RtimerModule implements SignalboxModule {
  /** Timers, one each time: {@code name=ta;interval=5;mode=1}. */
  static final Parameter<List<RouteTimer>> TIMER = Parameter.function("timer", RouteTimer::of);

  /** What they run, one route each time: {@code timer=ta;route=RT}. */
  static final Parameter<List<RouteTimer.Run>> EXEC =
      Parameter.function("exec", RouteTimer.Run::of);

  /** The interval of timers without one, in seconds. */
  public static final Parameter<Long> DEFAULT_INTERVAL =
      Parameter.integer(
          "default_interval", 120, value -> value < 1 ? "it must be 1 or more" : null);

  private ParameterValues parameters = ParameterValues.DEFAULTS;
  private @Nullable TimerRoutes routes;

  @Override
  public String name() {
    return "rtimer";
  }

  @Override
  public Exports exports() {
    return Exports.builder().parameters(TIMER, EXEC, DEFAULT_INTERVAL).build();
  }

  @Override
  public @Nullable String problem(ParameterValues given) {
    List<String> timers = given.value(TIMER).stream().map(RouteTimer::name).toList();
    String unknown =
        given.value(EXEC).stream()
            .map(RouteTimer.Run::timer)
            .filter(timer -> !timers.contains(timer))
            .collect(Collectors.joining(", "));
    return unknown.isEmpty() ? null : "timer <" + unknown + "> not found";
  }

  @Override
  public void init(ParameterValues given, Bindings bindings) {
    parameters = given;
  }

  @Override
  public void start(Bindings bindings) {
    Routing routing = bindings.require(Routing.class);
    TimerRoutes running =
        new TimerRoutes(
            routing,
            bindings.require(WorkerGroups.class),
            new PeriodicTimers(
                bindings.require(TimerWheel.class), bindings.require(TimeSource.class)));
    routes = running;
    routing.atBegin(() -> begin(running));
  }

  private void begin(TimerRoutes running) {
    Duration otherwise = Duration.ofSeconds(parameters.value(DEFAULT_INTERVAL));
    for (RouteTimer timer : parameters.value(TIMER)) {
      List<String> names =
          parameters.value(EXEC).stream()
              .filter(run -> run.timer().equals(timer.name()))
              .map(RouteTimer.Run::route)
              .toList();
      running.begin(timer, timer.interval().isZero() ? otherwise : timer.interval(), names);
    }
  }

  @Override
  public void destroy() {
    TimerRoutes running = routes;
    if (running != null) {
      running.end();
    }
  }
}

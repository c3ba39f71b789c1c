// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.Globals;
import org.signalbox.routing.Routing;
import org.signalbox.routing.TransactionControl;
import org.signalbox.script.BlockKind;
import org.signalbox.script.RouteKind;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.Route;
import org.signalbox.script.run.Script;
import org.signalbox.sip.SipRequest;
import org.signalbox.transaction.ServerTransaction;
import org.signalbox.worker.WorkerGroup;
import org.signalbox.worker.WorkerGroups;

/** How requests come to wait once the module is started. Thread-safe. */
final class Work {
  private static final int FAILED = -1;

  /** The script ends. */
  private static final int END = 0;

  private final AsyncSettings settings;
  private final Ports ports;
  private final WaitingRequests waiting;
  private final Tasks tasks;
  private final Pace seconds;
  private final Pace milliseconds;

  /**
   * What it works with.
   *
   * @param transactions null when the file wants none
   */
  record Ports(
      Routing routing,
      WorkerGroups workers,
      Globals globals,
      @Nullable TransactionControl transactions) {}

  Work(AsyncSettings settings, Ports ports, WaitingRequests waiting, @Nullable WorkerGroup timers) {
    this.settings = settings;
    this.ports = ports;
    this.waiting = waiting;
    this.tasks = new Tasks(ports.routing(), ports.workers(), ports.globals());
    String idle = "no async mod timer workers";
    seconds = new Pace(ChronoUnit.SECONDS, settings.maxSeconds(), timers, idle);
    WorkerGroup workers = ports.workers().find(WorkerGroups.DEFAULT).orElse(null);
    boolean timer = settings.milliseconds();
    milliseconds =
        new Pace(
            ChronoUnit.MILLIS,
            settings.maxMilliseconds(),
            timer && timers != null ? workers : null,
            timers == null
                ? idle
                : timer
                    ? "async_workers is 0: nobody can go on after the pause"
                    : "async timer list not initialized: ms_timer is 0");
  }

  Pace seconds() {
    return seconds;
  }

  Pace milliseconds() {
    return milliseconds;
  }

  Tasks tasks() {
    return tasks;
  }

  /** Goes on in a route after a pause. */
  int route(Frame frame, Route route, Pace pace, long number) {
    HeldScript script = script(frame, route);
    Duration pause = pause(frame, pace, number);
    WorkerGroup workers = pace.workers();
    if (script == null || pause == null || workers == null) {
      return FAILED;
    }
    script.goesOnIn(route);
    return suspended(
        frame,
        script,
        workers,
        held -> {
          waiting.begin(held, pause);
          return settings.result();
        });
  }

  /** Goes on at the next statement after a pause. */
  int sleep(Frame frame, Pace pace, long number) {
    HeldScript script = script(frame, frame.running());
    Duration pause = pause(frame, pace, number);
    WorkerGroup workers = pace.workers();
    if (script == null || pause == null || workers == null) {
      return FAILED;
    }
    return suspended(
        frame,
        script,
        workers,
        held -> {
          script.goesOnAt(frame.suspend(settings.result()));
          waiting.begin(held, pause);
          return END;
        });
  }

  /** Goes on in a route as soon as a worker of a group is free. */
  int task(Frame frame, Route route, @Nullable String group) {
    HeldScript script = script(frame, route);
    WorkerGroup workers = tasks.group(frame, group);
    if (script == null || workers == null) {
      return FAILED;
    }
    script.goesOnIn(route);
    return suspended(
        frame,
        script,
        workers,
        held -> {
          if (waiting.offer(held)) {
            return settings.result();
          }
          script.release();
          return Tasks.refused(frame, workers);
        });
  }

  /** Suspends a request; what its beginning to wait then gives is the result of the function. */
  private int suspended(
      Frame frame, HeldScript script, WorkerGroup workers, ToIntFunction<WaitingRequest> begin) {
    WaitingRequest held = waiting.admit(script, workers);
    if (held == null) {
      frame.error(
          waiting.closed()
              ? "the server is ending"
              : "max sleep queue length exceeded: max_waiting is " + settings.maxWaiting());
      return FAILED;
    }
    if (!script.open(frame)) {
      waiting.withdraw(held);
      return END;
    }
    if (!script.suspend(frame, () -> waiting.forget(held))) {
      waiting.withdraw(held);
      frame.error("suspending the request failed");
      return FAILED;
    }
    return begin.applyAsInt(held);
  }

  /** The script of a request that may wait; null, and said so, when it must not. */
  private @Nullable HeldScript script(Frame frame, Route next) {
    if (frame.kind() != RouteKind.REQUEST && frame.kind() != RouteKind.FAILURE) {
      frame.error("a request waits in a request route or a failure route only");
      return null;
    }
    if (Routing.isFaked(frame.message()) || !(frame.message() instanceof SipRequest request)) {
      frame.error("invalid usage for faked message");
      return null;
    }
    TransactionControl transactions = ports.transactions();
    if (transactions == null) {
      frame.error("requests cannot be suspended: mode is not 0");
      return null;
    }
    return new HeldScript(transactions, request, next);
  }

  private @Nullable Duration pause(Frame frame, Pace pace, long number) {
    if (pace.workers() == null) {
      frame.error(pace.without());
      return null;
    }
    Duration pause = pace.pause(number);
    if (pause == null) {
      frame.error("a pause of " + number + " is not from 1 to " + pace.longest());
    }
    return pause;
  }

  /**
   * Lets a request of a servlet wait; empty when it cannot.
   *
   * @throws IllegalArgumentException for a pause that is negative or longer than {@link
   *     Async#LONGEST}
   */
  Optional<Waiting> suspend(HeldTransaction held, Duration pause) {
    WaitingRequests.check(pause);
    WorkerGroup workers = seconds.workers();
    WaitingRequest request = workers == null ? null : waiting.admit(held, workers);
    if (request == null) {
      return Optional.empty();
    }
    if (!held.suspend(() -> waiting.forget(request))) {
      waiting.withdraw(request);
      return Optional.empty();
    }
    waiting.begin(request, pause);
    return Optional.of(waiting.look(request));
  }

  /**
   * What goes on in a route of the script.
   *
   * @throws IllegalArgumentException when there is no such route, or no script owns transactions
   */
  Consumer<ServerTransaction> entry(String name) {
    Routing routing = ports.routing();
    TransactionControl transactions = ports.transactions();
    if (transactions == null || !routing.has(BlockKind.NAMED, name)) {
      throw new IllegalArgumentException("the script has no route[" + name + "]");
    }
    Script script = routing.script();
    Route route = script.route(BlockKind.NAMED, name).orElseThrow();
    return transaction ->
        transactions.adopt(
            transaction,
            new Frame(script, transaction.request(), RouteKind.REQUEST),
            frame -> script.run(route, RouteKind.REQUEST, frame));
  }
}

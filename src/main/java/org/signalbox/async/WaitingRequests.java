// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.Method;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;
import org.signalbox.worker.WorkerGroup;
import org.signalbox.worker.WorkerGroupState;
import org.signalbox.worker.WorkerGroups;

/** Who waits, for what, and until when. Thread-safe; nothing here blocks. */
final class WaitingRequests implements Async {
  /** Of those that become due together, who should have gone on first is first. */
  private static final Comparator<WaitingRequest> ORDER =
      Comparator.comparingLong(WaitingRequest::until).thenComparingLong(WaitingRequest::id);

  private final TimerWheel wheel;
  private final TimeSource time;
  private final WorkerGroups workers;
  private final AsyncCounters counters;
  private final int bound;
  private final Map<Long, WaitingRequest> table = new ConcurrentHashMap<>();
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicLong ids = new AtomicLong();

  /** Belongs to the thread that drives the wheel. */
  private final Queue<WaitingRequest> due = new PriorityQueue<>(ORDER);

  /**
   * @param bound how many may wait
   */
  WaitingRequests(
      TimerWheel wheel, TimeSource time, WorkerGroups workers, AsyncCounters counters, int bound) {
    this.wheel = wheel;
    this.time = time;
    this.workers = workers;
    this.counters = counters;
    this.bound = bound;
  }

  /** Reserves a place; null when all are taken. It begins to count as waiting now. */
  @Nullable WaitingRequest admit(Held held, DueRequests group) {
    if (size.incrementAndGet() > bound) {
      size.decrementAndGet();
      counters.full();
      return null;
    }
    counters.admitted();
    WaitingRequest request =
        new WaitingRequest(this, held, ids.incrementAndGet(), group, time.nanos());
    table.put(request.id(), request);
    return request;
  }

  /** Lets an admitted one wait for a time. */
  void begin(WaitingRequest request, Duration pause) {
    if (request.endsAt(request.since() + pause.toNanos())) {
      wheel.start(request, request.until() - time.nanos());
    }
  }

  /** Hands an admitted one to a worker at once; false when none will have it. */
  boolean offer(WaitingRequest request) {
    return request.becomesDue() && request.group().offer(request::run);
  }

  /** Forgets one that has been answered, or does not wait after all. */
  void forget(WaitingRequest request) {
    if (request.ends()) {
      wheel.cancel(request);
      counters.over();
      leaves(request);
    }
  }

  private void leaves(WaitingRequest request) {
    table.remove(request.id());
    size.decrementAndGet();
  }

  /** On the thread that drives the wheel. */
  void expired(WaitingRequest request) {
    if (time.nanos() < request.until()) {
      return; // it was given more time just now, and waits again
    }
    if (request.becomesDue()) {
      if (due.isEmpty()) {
        wheel.afterExpiries(this::handOver);
      }
      due.add(request);
    }
  }

  private void handOver() {
    for (WaitingRequest next = due.poll(); next != null; next = due.poll()) {
      next.group().execute(next::run);
    }
  }

  /** A worker goes on with it. */
  void run(WaitingRequest request) {
    if (request.goesOn()) {
      counters.wentOn();
      leaves(request);
      request.held().resume(request.group());
    }
  }

  @Override
  public boolean resume(long id) {
    WaitingRequest request = table.get(id);
    if (request == null || !request.becomesDue()) {
      return false;
    }
    wheel.cancel(request);
    request.group().execute(request::run);
    return true;
  }

  @Override
  public boolean extend(long id, Duration pause) {
    WaitingRequest request = table.get(id);
    if (request == null || !request.endsAt(time.nanos() + pause.toNanos())) {
      return false;
    }
    wheel.start(request, pause);
    return true;
  }

  @Override
  public boolean cancel(long id, int code, String reason) {
    if (code < 300 || code > 699) {
      throw new IllegalArgumentException("not a code to refuse a request with: " + code);
    }
    WaitingRequest request = table.get(id);
    if (request == null) {
      return false;
    }
    boolean answered = request.held().answer(code, reason);
    forget(request);
    return answered;
  }

  @Override
  public int size() {
    return size.get();
  }

  @Override
  public int bound() {
    return bound;
  }

  @Override
  public List<WorkerGroupState> groups() {
    return workers.all().stream().map(WorkerGroup::state).toList();
  }

  @Override
  public Optional<Waiting> find(long id) {
    return Optional.ofNullable(table.get(id)).map(this::look);
  }

  /** Keeps no more than it shows, however many wait. */
  @Override
  public List<Waiting> next(int limit) {
    PriorityQueue<WaitingRequest> soonest = new PriorityQueue<>(ORDER.reversed());
    for (WaitingRequest request : table.values()) {
      if (request.held().over()) {
        forget(request);
        continue;
      }
      soonest.add(request);
      if (soonest.size() > limit) {
        soonest.poll();
      }
    }
    return soonest.stream().map(this::look).sorted(Waiting.BY_END).toList();
  }

  Waiting look(WaitingRequest request) {
    long now = time.nanos();
    Instant today = time.instant();
    return Waiting.of(
        request, today.minusNanos(now - request.since()), today.plusNanos(request.until() - now));
  }

  /** Ends all of them: INVITEs, whose clients would wait for minutes, are answered. */
  int close() {
    int waited = 0;
    for (WaitingRequest request : table.values()) {
      waited++;
      if (request.held().request().is(Method.INVITE)) {
        request.held().answer(503, "Service Unavailable");
      }
      forget(request);
    }
    return waited;
  }
}

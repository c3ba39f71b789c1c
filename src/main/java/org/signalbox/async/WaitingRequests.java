// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.signalbox.sip.Method;
import org.signalbox.timer.TimeSource;
import org.signalbox.timer.TimerWheel;
import org.signalbox.worker.Handover;
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
  private volatile boolean closed;

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

  /**
   * Reserves a place for one that is about to be suspended; null when all are taken, or the server
   * ends.
   */
  @Nullable WaitingRequest admit(Held held, WorkerGroup group) {
    if (closed) {
      return null;
    }
    if (size.incrementAndGet() > bound) {
      size.decrementAndGet();
      counters.refused();
      return null;
    }
    return new WaitingRequest(this, held, ids.incrementAndGet(), group, time.nanos());
  }

  /** Whether the server ends. */
  boolean closed() {
    return closed;
  }

  /** Lets an admitted one wait for a time, now that it is suspended. */
  void begin(WaitingRequest request, Duration pause) {
    counters.began();
    if (request.waits(wheel, request.since(), pause)) {
      show(request);
    }
  }

  /**
   * Hands an admitted one to a worker at once; false when none will have it, and then it is
   * forgotten.
   */
  boolean offer(WaitingRequest request) {
    if (request.waitsForWorker()) { // else it has been answered: nobody need go on with it
      show(request);
      if (request.group().submit(request::run) != Handover.ACCEPTED) {
        withdraw(request);
        counters.refused();
        return false;
      }
    }
    counters.began();
    return true;
  }

  /** Takes back the place of an admitted one that does not wait after all. */
  void withdraw(WaitingRequest request) {
    if (request.ends()) {
      leaves(request);
    }
  }

  /** From now on others may find it; it may have ended already. */
  private void show(WaitingRequest request) {
    table.put(request.id(), request);
    if (request.over()) {
      table.remove(request.id());
    }
  }

  /** Forgets one that has been answered. */
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
      return; // it was given more time just now, and has been started again
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
      next.group().owe(next::run);
    }
  }

  /** A worker goes on with it. */
  void run(WaitingRequest request) {
    if (request.goesOn()) {
      counters.wentOn();
      leaves(request);
      request.held().resume(request.group()::owe);
    }
  }

  @Override
  public boolean resume(long id) {
    WaitingRequest request = table.get(id);
    if (request == null || !request.becomesDue()) {
      return false;
    }
    wheel.cancel(request);
    request.group().owe(request::run);
    return true;
  }

  @Override
  public boolean extend(long id, Duration pause) {
    check(pause);
    WaitingRequest request = table.get(id);
    return request != null && request.waits(wheel, time.nanos(), pause);
  }

  static void check(Duration pause) {
    if (pause.isNegative() || pause.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("not a pause of at most " + LONGEST + ": " + pause);
    }
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

  @Override
  public List<Waiting> next(int limit) {
    return soonest(limit, request -> true);
  }

  @Override
  public List<Waiting> ofCall(String callId, int limit) {
    return soonest(
        limit, request -> callId.equals(String.valueOf(request.held().request().callId())));
  }

  /** Keeps no more than it shows, however many wait. */
  private List<Waiting> soonest(int limit, Predicate<WaitingRequest> wanted) {
    PriorityQueue<WaitingRequest> soonest = new PriorityQueue<>(ORDER.reversed());
    for (WaitingRequest request : table.values()) {
      if (!wanted.test(request)) {
        continue;
      }
      soonest.add(request);
      if (soonest.size() > limit) {
        soonest.poll();
      }
    }
    return soonest.stream().map(this::look).sorted(Waiting.BY_END).toList();
  }

  /** In whole milliseconds: two clocks tell the time, and are read one after the other. */
  Waiting look(WaitingRequest request) {
    long now = time.nanos();
    Instant today = time.instant();
    return Waiting.of(
        request,
        today.minusNanos(now - request.since()).truncatedTo(ChronoUnit.MILLIS),
        today.plusNanos(request.until() - now).truncatedTo(ChronoUnit.MILLIS));
  }

  /** Ends all of them: INVITEs, whose clients would wait for minutes, are answered. */
  int close() {
    closed = true;
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

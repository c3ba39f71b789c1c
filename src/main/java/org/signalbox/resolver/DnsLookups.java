// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.signalbox.resolver.Location.Cause;
import org.signalbox.statistics.Counter;
import org.signalbox.timer.TimerNode;

/**
 * Questions and answers with a cache before the servers: equal questions under way become one, each
 * has a deadline, and there is a bound to their number. Thread-safe.
 */
final class DnsLookups {
  private static final Duration SWEEP = Duration.ofMinutes(2);

  private final DnsQuerySettings settings;
  private final ResolverRuntime runtime;
  private final DnsClient client;
  private final DnsCache cache;
  private final Counter failed;
  private final Counter slow;
  private final Map<DnsQuestion, Query> inFlight = new ConcurrentHashMap<>();
  private final TimerNode sweep = TimerNode.running(this::sweep);
  private volatile boolean closed;

  DnsLookups(ResolverSettings settings, ResolverRuntime runtime, DnsClient client) {
    this.settings = settings.queries();
    this.runtime = runtime;
    this.client = client;
    this.cache = new DnsCache(settings.cache(), runtime.time());
    this.failed =
        runtime.statistics().counter("dns", "failed_dns_request", "Look-ups without an answer.");
    this.slow =
        runtime
            .statistics()
            .counter("dns", "slow_dns_request", "Look-ups slower than dns_slow_query_ms.");
    runtime.wheel().start(sweep, SWEEP);
  }

  /** Tells the sink once: during this call from the cache, else on the executor. */
  void ask(DnsQuestion question, Consumer<DnsAnswer> sink) {
    while (true) {
      DnsAnswer known = cache.find(question);
      if (known != null) {
        sink.accept(known);
        return;
      }
      Query query = inFlight.get(question);
      if (query == null) {
        if (inFlight.size() >= settings.maxInFlight()) {
          sink.accept(new DnsAnswer.Failure(Cause.OVERLOAD, "too many look-ups are waiting"));
          return;
        }
        Query fresh = new Query(question, sink);
        query = inFlight.putIfAbsent(question, fresh);
        if (query == null) {
          fresh.start();
          return;
        }
      }
      if (query.join(sink)) {
        return;
      }
    }
  }

  DnsCache cache() {
    return cache;
  }

  int cached() {
    return cache.size();
  }

  /** Ends every question that is under way, and the client. */
  void close() {
    closed = true;
    runtime.wheel().cancel(sweep);
    inFlight.values().forEach(query -> query.complete(shuttingDown()));
    client.close();
  }

  private static DnsAnswer shuttingDown() {
    return new DnsAnswer.Failure(Cause.SERVER_FAILURE, "the server is shutting down");
  }

  private void sweep() {
    execute(cache::sweep);
    if (!closed) {
      runtime.wheel().start(sweep, SWEEP);
    }
  }

  private void execute(Runnable task) {
    try {
      runtime.executor().execute(task);
    } catch (RejectedExecutionException e) {
      task.run(); // a callback may come on the wrong thread, but it must come
    }
  }

  private final class Query extends TimerNode {
    private final DnsQuestion question;
    private final long since = runtime.time().nanos();

    /** Guarded by this; null once they have been told. */
    private @Nullable List<Consumer<DnsAnswer>> sinks = new ArrayList<>(1);

    Query(DnsQuestion question, Consumer<DnsAnswer> first) {
      this.question = question;
      join(first);
    }

    void start() {
      runtime.wheel().start(this, settings.deadline());
      if (closed) {
        complete(shuttingDown());
      } else {
        client.ask(question, this::complete);
      }
    }

    synchronized boolean join(Consumer<DnsAnswer> sink) {
      if (sinks != null) {
        sinks.add(sink);
      }
      return sinks != null;
    }

    @Override
    protected void expired() {
      execute(() -> complete(new DnsAnswer.Failure(Cause.TIMEOUT, "no name server answered")));
    }

    void complete(DnsAnswer answer) {
      List<Consumer<DnsAnswer>> told;
      synchronized (this) {
        if (sinks == null) {
          return;
        }
        told = sinks;
        sinks = null;
        cache.put(question, answer);
        inFlight.remove(question, this);
      }
      runtime.wheel().cancel(this);
      count(answer);
      for (Consumer<DnsAnswer> sink : told) {
        try {
          sink.accept(answer);
        } catch (RuntimeException e) { // who has asked the same must be told all the same
          ResolverLog.LOG.callbackFailed(question.type(), question.name(), e);
        }
      }
    }

    private void count(DnsAnswer answer) {
      if (answer instanceof DnsAnswer.Failure failure) {
        failed.increment();
        ResolverLog.LOG.failed(question.type(), question.name(), failure.detail());
      }
      Duration took = Duration.ofNanos(runtime.time().nanos() - since);
      if (!settings.slow().isZero() && took.compareTo(settings.slow()) > 0) {
        slow.increment();
        ResolverLog.LOG.slow(took.toMillis(), question.type(), question.name());
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.resolver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.signalbox.timer.TimeSource;

/** Answers by question until they expire. Thread-safe; reading takes no lock. */
final class DnsCache {
  /** How many entries are looked at for one to give up; enough to hit an old one mostly. */
  private static final int SAMPLE = 8;

  /** The end of what does not end. */
  private static final long NEVER = Long.MAX_VALUE;

  private record Entry(DnsAnswer answer, long end) {
    private List<DnsRecord> records() {
      return answer instanceof DnsAnswer.Records known ? known.records() : List.of();
    }
  }

  private final DnsCacheSettings settings;
  private final TimeSource time;
  private final long origin;
  private final Map<DnsQuestion, Entry> entries = new ConcurrentHashMap<>();

  DnsCache(DnsCacheSettings settings, TimeSource time) {
    this.settings = settings;
    this.time = time;
    this.origin = time.nanos();
  }

  /** The answer if there is one that still holds. */
  @Nullable DnsAnswer find(DnsQuestion question) {
    Entry entry = entries.get(question);
    return entry != null && now() < entry.end ? entry.answer : null;
  }

  void put(DnsQuestion question, DnsAnswer answer) {
    Duration ttl = ttl(answer);
    if (ttl.isZero() || settings.maxEntries() == 0) {
      entries.remove(question);
      return;
    }
    if (entries.size() >= settings.maxEntries() && !entries.containsKey(question)) {
      giveOneUp();
    }
    entries.put(question, new Entry(answer, now() + ttl.toNanos()));
  }

  /** Adds a record to those of a question; all of them hold as long as it does. */
  void add(DnsQuestion question, DnsRecord record, Duration ttl, boolean permanent) {
    long now = now();
    if (entries.size() >= settings.maxEntries() && !entries.containsKey(question)) {
      giveOneUp();
    }
    entries.compute(
        question,
        (asked, before) -> {
          List<DnsRecord> records = new ArrayList<>();
          if (before != null && now < before.end) {
            records.addAll(before.records());
          }
          records.remove(record);
          records.add(record);
          DnsAnswer answer = new DnsAnswer.Records(List.copyOf(records), ttl);
          return new Entry(answer, permanent ? NEVER : now + ttl.toNanos());
        });
  }

  boolean off() {
    return settings.maxEntries() == 0;
  }

  boolean remove(DnsQuestion question) {
    Entry entry = entries.remove(question);
    return entry != null && now() < entry.end;
  }

  void clear(boolean permanentToo) {
    entries.values().removeIf(entry -> permanentToo || entry.end != NEVER);
  }

  /** What holds, in no order. */
  List<DnsEntry> all() {
    long now = now();
    List<DnsEntry> all = new ArrayList<>();
    entries.forEach(
        (question, entry) -> {
          if (now < entry.end) {
            all.add(shown(question, entry, now));
          }
        });
    return all;
  }

  /** What holds about one question. */
  Optional<DnsEntry> entry(DnsQuestion question) {
    long now = now();
    return Optional.ofNullable(entries.get(question))
        .filter(entry -> now < entry.end)
        .map(entry -> shown(question, entry, now));
  }

  private static DnsEntry shown(DnsQuestion question, Entry entry, long now) {
    boolean permanent = entry.end == NEVER;
    long left = permanent ? 0 : Duration.ofNanos(entry.end - now - 1).toSeconds() + 1;
    return new DnsEntry(question.name(), question.type(), entry.records(), permanent, left);
  }

  /** Drops what has expired. */
  void sweep() {
    long now = now();
    entries.values().removeIf(entry -> entry.end <= now);
  }

  int size() {
    return entries.size();
  }

  private Duration ttl(DnsAnswer answer) {
    if (answer instanceof DnsAnswer.Failure failure) {
      return switch (failure.cause()) {
        case UNKNOWN_NAME -> settings.negativeTtl();
        case TIMEOUT, SERVER_FAILURE -> min(settings.failureTtl(), settings.negativeTtl());
        case INVALID_NAME, OVERLOAD -> Duration.ZERO;
      };
    }
    Duration ttl = ((DnsAnswer.Records) answer).ttl();
    Duration atLeast = ttl.compareTo(settings.minTtl()) < 0 ? settings.minTtl() : ttl;
    return min(atLeast, settings.maxTtl());
  }

  /** Of a few entries, the one that ends first; the map has no order, so they are any few. */
  private void giveOneUp() {
    Map.Entry<DnsQuestion, Entry> soonest = null;
    Iterator<Map.Entry<DnsQuestion, Entry>> some = entries.entrySet().iterator();
    for (int i = 0; i < SAMPLE && some.hasNext(); i++) {
      Map.Entry<DnsQuestion, Entry> entry = some.next();
      if (soonest == null || entry.getValue().end < soonest.getValue().end) {
        soonest = entry;
      }
    }
    if (soonest != null) {
      entries.remove(soonest.getKey(), soonest.getValue());
    }
  }

  private long now() {
    return time.nanos() - origin;
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}

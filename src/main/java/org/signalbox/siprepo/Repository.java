// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.signalbox.routing.RequestTarget;
import org.signalbox.script.WireText;
import org.signalbox.script.run.Frame;
import org.signalbox.sip.SipMessage;
import org.signalbox.worker.Handover;
import org.signalbox.worker.WorkerGroup;
import org.signalbox.worker.WorkerGroups;

/** The table, counted, and the runs of what is in it. Thread-safe. */
final class Repository implements SipRepository {
  private static final int STRIDE = 256;

  private final MessageTable table;
  private final SiprepoCounters counters;
  private final Pulling pulling;
  private final WorkerGroups workers;

  Repository(MessageTable table, SiprepoCounters counters, Pulling pulling, WorkerGroups workers) {
    this.table = table;
    this.counters = counters;
    this.pulling = pulling;
    this.workers = workers;
  }

  MessageTable table() {
    return table;
  }

  // For scripts: texts are as they hold them

  PushOutcome push(Frame frame, String id) {
    int flags = RequestTarget.of(frame).flags();
    PushOutcome outcome = pushed(new StoredMessage.Wanted(frame.message(), id, flags));
    if (outcome == PushOutcome.STORED) {
      pulling.hold(frame);
    }
    return outcome;
  }

  PullOutcome pull(@Nullable Frame caller, Pulling.Wanted wanted) {
    return pulling.pull(caller, wanted, task -> workers.events().execute(task));
  }

  PullOutcome pullLater(Pulling.Wanted wanted, @Nullable String group) {
    WorkerGroup wished = group == null ? workers.events() : workers.find(group).orElse(null);
    PullOutcome outcome = wished == null ? PullOutcome.NO_GROUP : PullOutcome.NO_ROUTE;
    if (wished != null && pulling.has(wanted.route())) {
      Handover handover = wished.submit(() -> pulling.pull(null, wanted, wished));
      outcome = handover == Handover.ACCEPTED ? PullOutcome.HANDED_OVER : PullOutcome.BUSY;
    }
    counters.count(outcome);
    return outcome;
  }

  boolean removeKept(String callId, String id) {
    StoredMessage found = table.find(callId, id);
    return removed(found != null && table.remove(found));
  }

  private boolean removed(boolean was) {
    (was ? counters.removed : counters.missed).increment();
    return was;
  }

  /** Sweeps a share of the table; how many messages have expired. */
  int sweep(int part, int parts) {
    return table.sweep(part, parts);
  }

  private PushOutcome pushed(StoredMessage.Wanted wanted) {
    PushOutcome outcome = table.push(wanted);
    counters.count(outcome);
    return outcome;
  }

  // For everybody else

  @Override
  public PushOutcome push(SipMessage message, String id) {
    return pushed(new StoredMessage.Wanted(message, WireText.bytes(id), 0));
  }

  @Override
  public PullOutcome pull(String callId, String id, String route, After after) {
    return pull(null, wanted(callId, id, route, after));
  }

  @Override
  public PullOutcome pullLater(
      String callId, String id, String route, After after, @Nullable String group) {
    return pullLater(wanted(callId, id, route, after), group);
  }

  @Override
  public PullOutcome pullLater(
      StoredMessage message, String route, After after, @Nullable String group) {
    return pullLater(
        new Pulling.Wanted(
            message.callIdKey(), message.idKey(), WireText.bytes(route), after == After.REMOVE),
        group);
  }

  private static Pulling.Wanted wanted(String callId, String id, String route, After after) {
    return new Pulling.Wanted(
        WireText.bytes(callId), WireText.bytes(id), WireText.bytes(route), after == After.REMOVE);
  }

  @Override
  public boolean remove(String callId, String id) {
    return removeKept(WireText.bytes(callId), WireText.bytes(id));
  }

  @Override
  public boolean remove(StoredMessage message) {
    return removed(table.remove(message));
  }

  @Override
  public Optional<StoredMessage> find(String callId, String id) {
    return Optional.ofNullable(table.find(WireText.bytes(callId), WireText.bytes(id)));
  }

  @Override
  public Optional<StoredMessage> find(long number) {
    return number < 0 ? Optional.empty() : Optional.ofNullable(table.find(number));
  }

  @Override
  public List<StoredMessage> find(String callId) {
    return page(callId, 0, Integer.MAX_VALUE);
  }

  @Override
  public List<StoredMessage> page(String callId, long after, int limit) {
    return table.page(WireText.bytes(callId), Math.max(0, after), limit);
  }

  @Override
  public List<StoredMessage> page(long after, int limit) {
    return table.page(Math.max(0, after), limit);
  }

  @Override
  public Stream<StoredMessage> stream() {
    Spliterator<StoredMessage> pages =
        Spliterators.spliteratorUnknownSize(
            new Pages(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
    return StreamSupport.stream(pages, false);
  }

  @Override
  public long count() {
    return table.items();
  }

  @Override
  public int count(String callId) {
    return table.count(WireText.bytes(callId));
  }

  @Override
  public long bytes() {
    return table.bytes();
  }

  /** Reads a page at a time, so that nothing big is copied. */
  private final class Pages implements Iterator<StoredMessage> {
    private Iterator<StoredMessage> page = table.page(0, STRIDE).iterator();
    private long last;

    @Override
    public boolean hasNext() {
      if (!page.hasNext() && last != 0) {
        page = table.page(last, STRIDE).iterator();
        last = page.hasNext() ? last : 0;
      }
      return page.hasNext();
    }

    @Override
    public StoredMessage next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      StoredMessage next = page.next();
      last = next.number();
      return next;
    }
  }
}

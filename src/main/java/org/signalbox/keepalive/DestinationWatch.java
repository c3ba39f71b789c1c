// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.keepalive.AddOutcome.Cause;
import org.signalbox.keepalive.AddOutcome.Refused;
import org.signalbox.keepalive.WatchedDestination.Identity;
import org.signalbox.timer.TimeSource;

/**
 * Ties the room together: what is added goes into the table, the journal and the schedule, and the
 * tick makes the schedule ping. Thread-safe; changes its table without any lock of its own.
 */
final class DestinationWatch implements Keepalive {
  /** The owner of what the configuration file names. */
  static final String FIXED_OWNER = "_params";

  private final TimeSource time;
  private final ChangeLog changes;
  private final News news;
  private final PingSchedule schedule;
  private final Pinger pinger;
  private final DestinationTable table;
  private final Orders orders;
  private final AtomicLong lastId = new AtomicLong();

  /**
   * @param defaults how destinations are pinged that say nothing about it
   * @param bound how many there may be
   * @param ports what it needs from outside
   */
  DestinationWatch(PingSettings defaults, int bound, Ports ports) {
    this.time = ports.time();
    this.changes = ports.changes();
    this.news = new News(ports.worker());
    this.schedule = new PingSchedule(time);
    this.pinger = new Pinger(defaults, schedule, ports, news);
    this.table = new DestinationTable(bound, pinger.tallies());
    this.orders = new Orders(table, pinger, news, ports);
  }

  /** What it needs from outside; the worker runs callbacks and listeners. */
  record Ports(TimeSource time, PingSender sender, Executor worker, ChangeLog changes) {}

  /** Has somebody told from now on. */
  void listen(KeepaliveListener listener) {
    news.listen(listener);
  }

  /** Ends {@link #listen}. */
  void unlisten(KeepaliveListener listener) {
    news.unlisten(listener);
  }

  @Override
  public AddOutcome add(NewDestination destination) {
    List<WatchedDestination> fresh = new ArrayList<>(1);
    AddOutcome outcome = admit(destination, fresh);
    changes.added(fresh);
    fresh.forEach(schedule::start);
    return outcome;
  }

  @Override
  public List<AddOutcome> addAll(Collection<NewDestination> destinations) {
    List<WatchedDestination> fresh = new ArrayList<>(destinations.size());
    List<AddOutcome> outcomes = new ArrayList<>(destinations.size());
    for (NewDestination destination : destinations) {
      outcomes.add(admit(destination, fresh));
    }
    changes.added(fresh);
    schedule.startAll(fresh);
    return outcomes;
  }

  @Override
  public boolean remove(String uri, String owner) {
    WatchedDestination destination = watched(uri, owner);
    return destination != null && remove(destination);
  }

  @Override
  public boolean remove(long id) {
    WatchedDestination destination = table.find(id);
    return destination != null && remove(destination);
  }

  @Override
  public int flush() {
    long upTo = lastId.get();
    int count = 0;
    for (WatchedDestination destination : table.all()) {
      if (destination.id() <= upTo && table.remove(destination)) {
        schedule.stop(destination);
        count++;
      }
    }
    changes.flushed(upTo, table.upTo(upTo));
    news.add(new DestinationsFlushed(count));
    news.tell();
    return count;
  }

  @Override
  public Optional<DestinationState> state(String uri) {
    WatchedDestination destination = table.find(uri);
    return destination == null ? Optional.empty() : Optional.of(destination.state());
  }

  @Override
  public int alive(String uri) {
    WatchedDestination destination = table.find(uri);
    if (destination == null) {
      return -1;
    }
    return destination.state() == DestinationState.DOWN ? 2 : 1;
  }

  @Override
  public Optional<DestinationStatus> find(String uri, String owner) {
    return Optional.ofNullable(watched(uri, owner)).map(WatchedDestination::status);
  }

  @Override
  public Optional<DestinationStatus> find(long id) {
    return Optional.ofNullable(table.find(id)).map(WatchedDestination::status);
  }

  @Override
  public List<DestinationStatus> page(long after, int limit) {
    return table.page(after, limit).stream().map(WatchedDestination::status).toList();
  }

  @Override
  public Stream<DestinationStatus> newest() {
    return table.newest().stream().map(WatchedDestination::status);
  }

  @Override
  public int[] roundTrips(long id) {
    WatchedDestination destination = table.find(id);
    return destination == null ? new int[0] : destination.roundTrips();
  }

  @Override
  public List<StateChange> history(long id) {
    WatchedDestination destination = table.find(id);
    return destination == null ? List.of() : destination.history();
  }

  @Override
  public List<TargetStatus> targets(long id) {
    WatchedDestination destination = table.find(id);
    return destination == null ? List.of() : destination.targets();
  }

  @Override
  public ChangeOutcome change(long id, Map<String, @Nullable String> settings, String by) {
    return orders.change(id, settings, by);
  }

  @Override
  public Optional<DestinationStatus> pause(
      long id, String reason, @Nullable Duration length, String by) {
    return orders.pause(id, Pause.from(time.instant(), reason, length, by), by);
  }

  @Override
  public Optional<DestinationStatus> resume(long id, String by) {
    return orders.pause(id, null, by);
  }

  @Override
  public void pauseAll(String reason, @Nullable Duration length, String by) {
    orders.pauseAll(Pause.from(time.instant(), reason, length, by));
  }

  @Override
  public void resumeAll() {
    orders.pauseAll(null);
  }

  @Override
  public Optional<Pause> paused() {
    return Optional.ofNullable(pinger.pause());
  }

  @Override
  public Map<String, StateCounts> groups() {
    return pinger.tallies().byGroup();
  }

  @Override
  public StateCounts counts() {
    return pinger.tallies().counts();
  }

  @Override
  public int size() {
    return table.size();
  }

  @Override
  public int bound() {
    return table.bound();
  }

  /**
   * Begins with what is known from before; their first pings are spread over the interval.
   *
   * @param fixed what the configuration file names
   * @param remembered what was added at run time; where both name one, the file wins
   * @return those that the file names more than once
   */
  List<String> open(Collection<String> fixed, Remembered remembered) {
    List<WatchedDestination> fresh = new ArrayList<>();
    List<String> twice = new ArrayList<>();
    lastId.set(remembered.lastId());
    pinger.pause(remembered.pause());
    for (String given : fixed) {
      String uri = Objects.requireNonNull(DestinationUri.normal(given), given);
      DestinationKey key = new DestinationKey(uri, FIXED_OWNER, "");
      Special special = remembered.fixed().getOrDefault(key, Special.NONE);
      Identity identity = new Identity(lastId.incrementAndGet(), key, true, special, null);
      if (!begin(new WatchedDestination(identity, pinger, time.instant()), fresh)) {
        twice.add(given);
      }
    }
    for (Remembered.Entry entry : remembered.entries()) {
      Identity identity = new Identity(entry.id(), entry.key(), false, entry.special(), null);
      begin(new WatchedDestination(identity, pinger, entry.added()), fresh);
    }
    changes.opened(lastId.get());
    schedule.startAll(fresh);
    return twice;
  }

  private boolean begin(WatchedDestination destination, List<WatchedDestination> fresh) {
    return table.add(destination) == destination && fresh.add(destination);
  }

  /** How long nobody needs a tick; to be asked between two ticks. */
  Duration untilNext() {
    return schedule.untilNext();
  }

  /** Pings whoever is due; called five to ten times a second. */
  void tick() {
    schedule.tick();
    news.tick();
    changes.tick(table.all());
  }

  /** Ends all pings; what was added stays remembered. */
  void close() {
    table.all().forEach(schedule::stop);
    changes.close(table.all());
  }

  private AddOutcome admit(NewDestination destination, List<WatchedDestination> fresh) {
    String uri = DestinationUri.normal(destination.uri());
    Refused refused = destination.problem(uri);
    if (uri == null || refused != null) {
      return Objects.requireNonNull(refused);
    }
    DestinationKey key = DestinationKey.of(uri, destination.owner(), destination.settings());
    WatchedDestination there = table.find(key);
    if (there == null) {
      Identity identity =
          new Identity(
              lastId.incrementAndGet(),
              key,
              false,
              Special.of(destination.settings()),
              Callbacks.of(destination));
      WatchedDestination made = new WatchedDestination(identity, pinger, time.instant());
      there = enter(made);
      if (there == made) {
        fresh.add(made);
        news.tell(made, true);
        return new AddOutcome.Added(made.id());
      }
    }
    if (there == null) {
      return new Refused(Cause.TABLE_FULL, "there are " + table.bound() + " destinations already");
    }
    resume(there);
    return new AddOutcome.Duplicate(there.id());
  }

  /** Puts one into the table, and its first news in line before anybody can remove it again. */
  private @Nullable WatchedDestination enter(WatchedDestination made) {
    synchronized (made) {
      WatchedDestination there = table.add(made);
      if (there == made) {
        news.add(made, new DestinationAdded(made.status()));
      }
      return there;
    }
  }

  private void resume(WatchedDestination destination) {
    destination.forgetFailures();
    if (!destination.settings().once()) {
      schedule.start(destination);
    }
  }

  private boolean remove(WatchedDestination destination) {
    if (!table.remove(destination)) {
      return false;
    }
    schedule.stop(destination);
    changes.removed(destination);
    synchronized (destination) {
      news.add(destination, new DestinationRemoved(destination.status()));
    }
    news.tell(destination, true);
    return true;
  }

  private @Nullable WatchedDestination watched(String uri, String owner) {
    String normal = DestinationUri.normal(uri);
    return normal == null ? null : table.find(normal, owner);
  }
}

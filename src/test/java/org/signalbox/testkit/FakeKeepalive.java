// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.signalbox.keepalive.AddOutcome;
import org.signalbox.keepalive.ChangeOutcome;
import org.signalbox.keepalive.DestinationState;
import org.signalbox.keepalive.DestinationStatus;
import org.signalbox.keepalive.Keepalive;
import org.signalbox.keepalive.NewDestination;
import org.signalbox.keepalive.Pause;
import org.signalbox.keepalive.StateChange;
import org.signalbox.keepalive.StateCounts;
import org.signalbox.keepalive.TargetStatus;

/** A table that holds what a test puts there and pings nobody; not for many threads. */
public final class FakeKeepalive implements Keepalive {
  private static final int BOUND = 1_000_000;

  private final TreeMap<Long, DestinationStatus> table = new TreeMap<>();
  private final TreeMap<Long, List<TargetStatus>> targets = new TreeMap<>();
  private @Nullable Pause all;
  private int pagesRead;

  /** Puts one there, in place of one with the same number. */
  public FakeKeepalive with(DestinationStatus destination) {
    table.put(destination.id(), destination);
    return this;
  }

  /** Says what addresses one has. */
  public FakeKeepalive withTargets(long id, TargetStatus... addresses) {
    targets.put(id, List.of(addresses));
    return this;
  }

  /** How often {@link #page} was called. */
  public int pagesRead() {
    return pagesRead;
  }

  @Override
  public AddOutcome add(NewDestination destination) {
    throw new UnsupportedOperationException("with() puts one there");
  }

  @Override
  public List<AddOutcome> addAll(Collection<NewDestination> destinations) {
    return destinations.stream().map(this::add).toList();
  }

  @Override
  public boolean remove(String uri, String owner) {
    return find(uri, owner).map(found -> remove(found.id())).orElse(false);
  }

  @Override
  public boolean remove(long id) {
    return table.remove(id) != null;
  }

  @Override
  public int flush() {
    int size = table.size();
    table.clear();
    return size;
  }

  @Override
  public Optional<DestinationState> state(String uri) {
    return table.values().stream()
        .filter(each -> each.uri().equals(uri))
        .map(each -> each.health().state())
        .reduce((first, last) -> last);
  }

  @Override
  public int alive(String uri) {
    return state(uri).map(state -> state == DestinationState.DOWN ? 2 : 1).orElse(-1);
  }

  @Override
  public Optional<DestinationStatus> find(String uri, String owner) {
    return table.values().stream()
        .filter(each -> each.uri().equals(uri) && each.owner().equals(owner))
        .findFirst();
  }

  @Override
  public Optional<DestinationStatus> find(long id) {
    return Optional.ofNullable(table.get(id));
  }

  @Override
  public List<DestinationStatus> page(long after, int limit) {
    pagesRead++;
    return table.tailMap(after, false).values().stream().limit(limit).toList();
  }

  @Override
  public Stream<DestinationStatus> newest() {
    return table.descendingMap().values().stream();
  }

  @Override
  public int[] roundTrips(long id) {
    return new int[0];
  }

  @Override
  public List<StateChange> history(long id) {
    return List.of();
  }

  @Override
  public List<TargetStatus> targets(long id) {
    return targets.getOrDefault(id, List.of());
  }

  @Override
  public ChangeOutcome change(long id, Map<String, @Nullable String> settings, String by) {
    throw new UnsupportedOperationException("with() puts a changed one there");
  }

  @Override
  public Optional<DestinationStatus> pause(
      long id, String reason, @Nullable Duration length, String by) {
    return find(id);
  }

  @Override
  public Optional<DestinationStatus> resume(long id, String by) {
    return find(id);
  }

  @Override
  public void pauseAll(String reason, @Nullable Duration length, String by) {
    all = new Pause(reason, length == null ? null : Instant.EPOCH.plus(length), Instant.EPOCH, by);
  }

  @Override
  public void resumeAll() {
    all = null;
  }

  @Override
  public Optional<Pause> paused() {
    return Optional.ofNullable(all);
  }

  @Override
  public Map<String, StateCounts> groups() {
    return Map.of();
  }

  @Override
  public StateCounts counts() {
    Map<DestinationState, Integer> counts = new EnumMap<>(DestinationState.class);
    table.values().forEach(each -> counts.merge(each.health().state(), 1, Integer::sum));
    return new StateCounts(
        counts.getOrDefault(DestinationState.UNKNOWN, 0),
        counts.getOrDefault(DestinationState.UP, 0),
        counts.getOrDefault(DestinationState.DOWN, 0));
  }

  @Override
  public int size() {
    return table.size();
  }

  @Override
  public int bound() {
    return BOUND;
  }
}

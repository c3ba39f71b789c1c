// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One destination as the table keeps it: who it is, how it is pinged, how it fares. Its monitor
 * guards what changes and is never held while anybody else's code runs.
 */
final class WatchedDestination extends Seat {
  private static final long NEVER = Long.MIN_VALUE;

  /** How soon a single ping that a pause holds back is tried again. */
  private static final Duration AFTER_PAUSE = Duration.ofSeconds(1);

  private final long id;
  private final DestinationKey key;

  /** Of the key: a look-up that need not go there meets one cache line less. */
  private final String uri;

  private final int uriHash;
  private final boolean fixed;
  private final Instant added;
  private final Pinger pinger;
  private final @Nullable Callbacks callbacks;

  private volatile Special special;
  private volatile PingSettings settings;
  private volatile Health health;

  /** Of the health, for look-ups. */
  private volatile DestinationState state = DestinationState.UNKNOWN;

  /** What listeners were told last: behind the state during maintenance. */
  private DestinationState told = DestinationState.UNKNOWN;

  private volatile boolean removed;
  private long pings;
  private long lastChecked = NEVER;
  private @Nullable RoundTrips roundTrips;
  private @Nullable ChangeHistory history;

  /** What nobody was told yet; belongs to {@link News}. */
  @Nullable ArrayDeque<KeepaliveEvent> news;

  /** Whether somebody is telling the news right now; belongs to {@link News}. */
  boolean telling;

  /** Whether its news wait for the next tick; belongs to {@link News}. */
  boolean waitsForTick;

  /** Neighbours with the same URI and other owners; belong to {@link UriIndex}. */
  volatile @Nullable WatchedDestination older;

  @Nullable WatchedDestination newer;

  WatchedDestination(Identity identity, Pinger pinger, Instant added) {
    super(pinger.schedule());
    this.id = identity.id();
    this.key = identity.key();
    this.uri = key.uri();
    this.uriHash = DestinationUri.hash(uri);
    this.fixed = identity.fixed();
    this.callbacks = identity.callbacks();
    this.special = identity.special();
    this.settings = pinger.defaults().with(special.own());
    this.pinger = pinger;
    this.added = added;
    this.health = Health.unknown(added);
  }

  /** Who a destination is, what is special about it, and who cares. */
  record Identity(
      long id, DestinationKey key, boolean fixed, Special special, @Nullable Callbacks callbacks) {}

  long id() {
    return id;
  }

  DestinationKey key() {
    return key;
  }

  String uri() {
    return uri;
  }

  /** {@link DestinationUri#hash} of its URI. */
  int uriHash() {
    return uriHash;
  }

  /** Up, down or unknown, at a glance. */
  DestinationState state() {
    return state;
  }

  boolean fixed() {
    return fixed;
  }

  PingSettings settings() {
    return settings;
  }

  Health health() {
    return health;
  }

  @Nullable Callbacks callbacks() {
    return callbacks;
  }

  Special special() {
    return special;
  }

  /** Takes what an operator has said; the caller holds the monitor. */
  void special(Special other) {
    special = other;
    settings = pinger.defaults().with(other.own());
  }

  /** What listeners believe; the caller holds the monitor. */
  DestinationState told() {
    return told;
  }

  /** Whether listeners believe what is no longer so; the caller holds the monitor. */
  boolean owesNews() {
    return told != state && !settings.maintenance();
  }

  /** Listeners are told of its state; the caller holds the monitor. */
  void markTold() {
    told = state;
  }

  @Override
  Duration interval() {
    PingSettings now = settings;
    return now.once() && pinger.pause(this) != null
        ? AFTER_PAUSE
        : now.pace().interval(now.interval(), health);
  }

  @Override
  long lateness(long interval) {
    return settings.pace().lateness(interval);
  }

  @Override
  boolean wanted() {
    return !removed && !settings.givesUpAfter(health.failures());
  }

  @Override
  void ping() {
    pinger.ping(this);
  }

  boolean removed() {
    return removed;
  }

  /** Marks the end: answers that are still under way are ignored. The caller holds the monitor. */
  void markRemoved() {
    removed = true;
  }

  /** Counts a ping that is about to be sent, and numbers it. */
  synchronized long count(Instant now) {
    lastChecked = now.toEpochMilli();
    return ++pings;
  }

  synchronized void forgetFailures() {
    health = health.withoutFailures();
  }

  /**
   * Takes the result of a ping into account. The caller holds the monitor.
   *
   * @return the health before
   */
  Health take(PingResult result) {
    Health before = health;
    Duration roundTrip = result.outcome().roundTrip();
    if (roundTrip != null) {
      if (roundTrips == null) {
        roundTrips = new RoundTrips();
      }
      roundTrips.add(roundTrip);
    }
    Health after = HealthRule.after(before, result, settings.policy(), history);
    health = after;
    state = after.state();
    if (before.state() != after.state()) {
      remember(
          new StateChange(
              result.at(), before.state(), after.state(), result.outcome().code(), after.why()));
    }
    return before;
  }

  private void remember(StateChange change) {
    if (history == null) {
      history = new ChangeHistory();
    }
    history.add(change);
  }

  synchronized List<StateChange> history() {
    return history == null ? List.of() : history.toList();
  }

  synchronized int[] roundTrips() {
    return roundTrips == null ? new int[0] : roundTrips.toArray();
  }

  /** What a restart has to know about it. */
  Remembered.Entry remembered() {
    return new Remembered.Entry(id, key, special, added);
  }

  synchronized DestinationStatus status() {
    return new DestinationStatus(
        id,
        uri,
        key.owner(),
        fixed,
        added,
        settings,
        special.own(),
        health,
        pings,
        lastChecked == NEVER ? null : Instant.ofEpochMilli(lastChecked),
        pings > 0 && ring == null,
        pinger.pause(this),
        special.deed());
  }
}

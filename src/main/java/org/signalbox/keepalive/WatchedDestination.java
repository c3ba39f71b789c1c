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
  private final Course course;

  /** Of the course, for look-ups. */
  private volatile DestinationState state = DestinationState.UNKNOWN;

  /** What listeners were told last: behind the state during maintenance. */
  private DestinationState told = DestinationState.UNKNOWN;

  private volatile boolean removed;
  private long pings;
  private long lastChecked = NEVER;

  /** Null unless each address is asked. */
  private @Nullable WatchedTargets targets;

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
    this.course = new Course(added);
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
    return course.health();
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
    if (!settings.way().eachTarget()) {
      targets = null;
    }
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
        : now.pace().interval(now.interval(), course.health());
  }

  @Override
  long lateness(long interval) {
    return settings.pace().lateness(interval);
  }

  @Override
  boolean wanted() {
    return !removed && !settings.givesUpAfter(course.health().failures());
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
    course.forgetFailures();
  }

  /** Takes the result of a ping into account. The caller holds the monitor. */
  void take(PingResult result) {
    if (result.outcome() instanceof PingOutcome.Several several) {
      if (targets == null) {
        targets = new WatchedTargets();
      }
      targets.take(result, several, settings.policy());
    }
    course.take(result, settings.policy());
    state = course.health().state();
  }

  /**
   * Its addresses of which listeners believe what is no longer so; the caller holds the monitor.
   */
  List<WatchedTarget> targetsOwingNews() {
    return targets == null || settings.maintenance() ? List.of() : targets.owingNews();
  }

  /** Its addresses, if each is asked. */
  synchronized List<TargetStatus> targets() {
    return targets == null ? List.of() : targets.status();
  }

  synchronized List<StateChange> history() {
    return course.history();
  }

  synchronized int[] roundTrips() {
    return course.roundTrips();
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
        course.health(),
        pings,
        lastChecked == NEVER ? null : Instant.ofEpochMilli(lastChecked),
        pings > 0 && ring == null,
        pinger.pause(this),
        special.deed());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.worker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadFactory;
import org.signalbox.timer.TimeSource;

/** The worker groups of the server by name. Thread-safe. */
public final class WorkerGroups implements AutoCloseable {
  /** The group of {@code async_workers}. */
  public static final String DEFAULT = "default";

  /** The group that serves event routes and callbacks when there is no default one. */
  public static final String EVENTS = "events";

  private static final WorkerGroupSettings EVENTS_SETTINGS = new WorkerGroupSettings(EVENTS, 2);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ThreadFactory threads;
  private final TimeSource time;
  private final Map<String, WorkerGroup> groups = new ConcurrentSkipListMap<>();
  private volatile boolean closed;

  /** No groups yet. */
  public WorkerGroups(ThreadFactory threads, TimeSource time) {
    this.threads = threads;
    this.time = time;
  }

  /** Opens a group of the server's own; empty when the name is taken. */
  public Optional<WorkerGroup> open(WorkerGroupSettings settings) {
    return open(settings, false);
  }

  /**
   * The group of a module: opened, or that of its earlier life, for a reload may end one that has
   * just begun. Empty when the file has a group of that name.
   */
  public Optional<WorkerGroup> own(WorkerGroupSettings settings) {
    return open(settings).or(() -> find(settings.name()).filter(group -> !group.declared()));
  }

  /** Opens a group of the file; empty when the name is taken. */
  public Optional<WorkerGroup> declare(WorkerGroupSettings settings) {
    return open(settings, true);
  }

  private synchronized Optional<WorkerGroup> open(WorkerGroupSettings settings, boolean declared) {
    if (groups.containsKey(settings.name())) {
      return Optional.empty();
    }
    WorkerGroup group = new WorkerGroup(settings, threads, time, declared);
    groups.put(settings.name(), group);
    if (closed) {
      group.shutDown();
    }
    return Optional.of(group);
  }

  /** The group of that name. */
  public Optional<WorkerGroup> find(String name) {
    return Optional.ofNullable(groups.get(name));
  }

  /** The same, if it is one of the file: scripts give no work to those of the server itself. */
  public Optional<WorkerGroup> declared(String name) {
    return find(name).filter(WorkerGroup::declared);
  }

  /** All groups by name. */
  public List<WorkerGroup> all() {
    return List.copyOf(groups.values());
  }

  /** The group for event routes and callbacks: the default one, else an internal one. */
  public WorkerGroup events() {
    return find(DEFAULT)
        .or(() -> find(EVENTS))
        .or(() -> open(EVENTS_SETTINGS))
        .orElseGet(this::events);
  }

  /** Lets all groups finish what they have, for 2 s at most, and joins their workers. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      groups.values().forEach(WorkerGroup::shutDown);
    }
    long end = time.nanos() + PATIENCE.toNanos();
    try {
      for (WorkerGroup group : all()) {
        group.join(Duration.ofNanos(Math.max(0, end - time.nanos())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.worker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadFactory;
import org.signalbox.timer.TimeSource;

/**
 * The worker groups by name: those that the file declares, and the server's own, to which scripts
 * give no work. The names of these begin with {@value #OWN}, which no name of the file may, so that
 * every other one is free. Thread-safe.
 */
public final class WorkerGroups implements AutoCloseable {
  /** The group of {@code async_workers}. */
  public static final String DEFAULT = "default";

  /** How the names of the server's own groups begin. */
  public static final String OWN = "server.";

  /** Serves event routes and callbacks when there is no default group. */
  private static final WorkerGroupSettings EVENTS = new WorkerGroupSettings("events", 2);

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

  /**
   * A group of the server or of a module: opened, or the one that is there, for a reload may end
   * and begin a module again.
   *
   * @param settings with its name without {@value #OWN}
   */
  public WorkerGroup own(WorkerGroupSettings settings) {
    return opened(settings.named(OWN + settings.name()), false);
  }

  /**
   * A group of the file: opened, or the one that is there.
   *
   * @throws IllegalArgumentException when its name begins with {@value #OWN}
   */
  public WorkerGroup declare(WorkerGroupSettings settings) {
    if (settings.name().startsWith(OWN)) {
      throw new IllegalArgumentException(settings.name() + ": the server's own groups begin so");
    }
    return opened(settings, true);
  }

  private synchronized WorkerGroup opened(WorkerGroupSettings settings, boolean declared) {
    WorkerGroup known = groups.get(settings.name());
    if (known != null) {
      return known;
    }
    WorkerGroup group = new WorkerGroup(settings, threads, time, declared);
    groups.put(settings.name(), group);
    if (closed) {
      group.shutDown();
    }
    return group;
  }

  /** The group of that name, if the file has one. */
  public Optional<WorkerGroup> find(String name) {
    return Optional.ofNullable(groups.get(name)).filter(WorkerGroup::declared);
  }

  /** All groups by name. */
  public List<WorkerGroup> all() {
    return List.copyOf(groups.values());
  }

  /** The group for event routes and callbacks: the default one, else one of the server's own. */
  public WorkerGroup events() {
    return find(DEFAULT).orElseGet(() -> own(EVENTS));
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

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.core;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.signalbox.module.Attributes;
import org.signalbox.script.plan.Unresolvable;
import org.signalbox.worker.WorkerGroupSettings;
import org.signalbox.worker.WorkerGroups;

/**
 * {@code async_workers} and {@code async_workers_group} (async.md §2). Handing work over never
 * blocks here, so {@code nonblock} and {@code usleep} have nothing to change; {@code queue}, which
 * Kamailio does not have, says how many tasks may wait.
 */
final class DeclaredWorkers {
  private static final int MOST = 1000;

  private DeclaredWorkers() {}

  /** Opens the groups; a file with any group has the default one too. */
  static void open(CoreParameters parameters, WorkerGroups groups) {
    Map<String, WorkerGroupSettings> all = new LinkedHashMap<>();
    int workers = Math.min(MOST, parameters.integer(CoreParameter.ASYNC_WORKERS));
    if (workers > 0) {
      all.put(WorkerGroups.DEFAULT, new WorkerGroupSettings(WorkerGroups.DEFAULT, workers));
    }
    for (String line : parameters.texts(CoreParameter.ASYNC_WORKERS_GROUP)) {
      WorkerGroupSettings group = read(line);
      all.put(group.name(), group);
    }
    if (!all.isEmpty()) {
      all.putIfAbsent(WorkerGroups.DEFAULT, new WorkerGroupSettings(WorkerGroups.DEFAULT, 1));
    }
    all.values().forEach(groups::declare);
  }

  /** What is wrong with a line, or null. */
  static @Nullable String problem(String line) {
    try {
      read(line);
      return null;
    } catch (Unresolvable e) {
      return e.getMessage();
    }
  }

  private static WorkerGroupSettings read(String line) {
    Attributes given = Attributes.of(line, "name", "workers", "nonblock", "usleep", "queue");
    long workers = given.number("workers", 1);
    long queue = given.number("queue", WorkerGroupSettings.DEFAULT_QUEUE_BOUND);
    given.number("nonblock", 0);
    given.number("usleep", 0);
    if (workers < 1 || workers > MOST || queue < 1 || queue > 10_000_000) {
      throw new Unresolvable("workers must be from 1 to " + MOST + ", queue from 1 to 10000000");
    }
    String name = given.text("name");
    if (name.startsWith(WorkerGroups.OWN)) {
      throw new Unresolvable(
          "names that begin with '" + WorkerGroups.OWN + "' are the server's own");
    }
    return new WorkerGroupSettings(name, (int) workers, (int) queue);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.worker;

/**
 * What the file says about a worker group.
 *
 * @param name unique among the groups
 * @param workers threads, 1 or more; each is created when it is first needed
 * @param queueBound tasks that may wait, 1 or more; the next new one is refused
 */
public record WorkerGroupSettings(String name, int workers, int queueBound) {
  /** Enough for a burst, and small enough to tell a caller no while it still matters. */
  public static final int DEFAULT_QUEUE_BOUND = 10_000;

  public WorkerGroupSettings {
    if (name.isEmpty() || workers < 1 || queueBound < 1) {
      throw new IllegalArgumentException(
          "a worker group needs a name, a worker and room for a task: "
              + String.join(", ", name, Integer.toString(workers), Integer.toString(queueBound)));
    }
  }

  /** A group with the default bound. */
  public WorkerGroupSettings(String name, int workers) {
    this(name, workers, DEFAULT_QUEUE_BOUND);
  }

  /** The same under another name. */
  WorkerGroupSettings named(String other) {
    return new WorkerGroupSettings(other, workers, queueBound);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.worker;

import java.time.Duration;

/**
 * A look at a worker group, for operators; the numbers are not taken at one instant.
 *
 * @param settings what the file says
 * @param queued tasks that wait for a worker
 * @param oldest how long the oldest of them has waited; zero when none waits
 * @param busy workers that run a task now
 * @param accepted tasks accepted since the start
 * @param completed tasks that have run to their end since the start, those that failed included
 * @param refused tasks refused since the start
 * @param failed tasks that ended with an exception since the start
 */
public record WorkerGroupState(
    WorkerGroupSettings settings,
    int queued,
    Duration oldest,
    int busy,
    long accepted,
    long completed,
    long refused,
    long failed) {}

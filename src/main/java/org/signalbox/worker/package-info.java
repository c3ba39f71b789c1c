// SPDX-License-Identifier: Apache-2.0
/**
 * Worker groups: bounded queues served by threads that are handed in.
 *
 * <p>Open {@link org.signalbox.worker.WorkerGroups} first. What runs on the workers (resumed
 * routes, event routes, callbacks) is not known here. Obeys async.md for {@code async_workers} and
 * {@code async_workers_group}.
 */
@NullMarked
package org.signalbox.worker;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.async;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.signalbox.worker.WorkerGroupState;

/**
 * The requests that wait, for whoever watches over them. Thread-safe; nothing here blocks.
 *
 * <p>An interface, so that beans can be given it before the module that does the work is started.
 */
public interface Async {
  /** The longest pause that operators and servlets may ask for. */
  Duration LONGEST = Duration.ofDays(1);

  /** How many requests wait. */
  int size();

  /** How many may wait. */
  int bound();

  /**
   * Those that go on next, soonest first.
   *
   * @param limit at most so many, from 1
   */
  List<Waiting> next(int limit);

  /**
   * Those of one call, soonest first; looks at all that wait.
   *
   * @param callId compared as it is written
   * @param limit at most so many, from 1
   */
  List<Waiting> ofCall(String callId, int limit);

  /** One by its number. */
  Optional<Waiting> find(long id);

  /** Goes on with one as soon as a worker is free; false when it does not wait any more. */
  boolean resume(long id);

  /**
   * Has one go on at another time.
   *
   * @param pause from now
   * @return false when it does not wait any more
   * @throws IllegalArgumentException for a pause that is negative or longer than {@link #LONGEST}
   */
  boolean extend(long id, Duration pause);

  /**
   * Answers one instead of going on with it.
   *
   * @param code of a final response, 300 to 699
   * @return false when it does not wait any more
   * @throws IllegalArgumentException for another code
   */
  boolean cancel(long id, int code, String reason);

  /** How the worker groups are doing that go on with requests and run tasks. */
  List<WorkerGroupState> groups();
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier run left behind.
 *
 * @param lastId numbers up to this one were given away
 * @param entries the destinations that were added at run time and not removed, oldest first
 */
record Remembered(long lastId, List<Entry> entries) {
  static final Remembered NOTHING = new Remembered(0, List.of());

  /**
   * One destination.
   *
   * @param interval its own interval; null for the default
   */
  record Entry(long id, DestinationKey key, @Nullable Duration interval, Instant added) {}
}

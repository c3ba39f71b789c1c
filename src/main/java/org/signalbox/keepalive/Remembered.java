// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier run left behind.
 *
 * @param lastId numbers up to this one were given away
 * @param entries the destinations that were added at run time and not removed, oldest first
 * @param fixed what operators said about those of the configuration file
 * @param pause why nothing at all is pinged; null when all are
 */
record Remembered(
    long lastId, List<Entry> entries, Map<DestinationKey, Special> fixed, @Nullable Pause pause) {
  static final Remembered NOTHING = new Remembered(0, List.of(), Map.of(), null);

  /** One destination. */
  record Entry(long id, DestinationKey key, Special special, Instant added) {}
}

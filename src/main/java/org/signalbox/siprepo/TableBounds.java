// SPDX-License-Identifier: Apache-2.0
package org.signalbox.siprepo;

import java.time.Duration;

/**
 * How large the table is and how long it keeps what is in it.
 *
 * @param slots parts with a lock each, 1 or more
 * @param items most messages
 * @param bytes most of all their {@linkplain StoredMessage#weight weights} together
 * @param expire how old a message may become; longer than the server lives when nothing expires
 */
record TableBounds(int slots, long items, long bytes, Duration expire) {
  /** For a table from which nothing expires. */
  static final Duration NEVER = Duration.ofDays(36_500);
}

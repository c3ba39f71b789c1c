// SPDX-License-Identifier: Apache-2.0
package org.signalbox.tcpops;

/** For which connections the end is told: the values of {@code closed_event} (tcpops.md §3). */
enum ClosedEventMode {
  /** None. */
  DISABLED,
  /** All. */
  ENABLED,
  /** Those that {@code tcp_enable_closed_event} has marked. */
  MANUAL;

  static ClosedEventMode of(long value) {
    return values()[(int) value];
  }

  boolean tells(boolean marked) {
    return this == ENABLED || (this == MANUAL && marked);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/** How many destinations are in each state. */
public record StateCounts(int unknown, int up, int down) {

  /** How many there are. */
  public int total() {
    return unknown + up + down;
  }

  /** How many are in this one. */
  public int in(DestinationState state) {
    return switch (state) {
      case UNKNOWN -> unknown;
      case UP -> up;
      case DOWN -> down;
    };
  }
}

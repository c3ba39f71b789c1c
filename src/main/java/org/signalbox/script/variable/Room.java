// SPDX-License-Identifier: Apache-2.0
package org.signalbox.script.variable;

import org.signalbox.script.run.Frame;

/** How much a message may keep: a stack that grows in a loop must not take all memory. */
final class Room {
  /** AVPs of one message, and values of one XAVP list. */
  private static final int MOST = 10_000;

  private Room() {}

  /** Whether there is none for one more value; says so. */
  static boolean isFull(Frame frame, int values) {
    if (values >= MOST) {
      frame.error("no more than " + MOST + " values may be kept");
    }
    return values >= MOST;
  }
}

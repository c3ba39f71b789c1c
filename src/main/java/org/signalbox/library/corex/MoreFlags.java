// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.corex;

import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;

/** 64 flags of a message besides the usual 32; each function gives 1 or -1. */
final class MoreFlags {
  private static final StateKey<MoreFlags> KEY = StateKey.ofTransaction(MoreFlags::new);
  private static final int MOST = 64;

  private long bits;

  static int set(Frame frame, long flag) {
    if (!valid(flag)) {
      return -1;
    }
    frame.state(KEY).bits |= 1L << flag;
    return 1;
  }

  static int reset(Frame frame, long flag) {
    if (!valid(flag)) {
      return -1;
    }
    frame.state(KEY).bits &= ~(1L << flag);
    return 1;
  }

  static int isSet(Frame frame, long flag) {
    return valid(flag) && (frame.state(KEY).bits & 1L << flag) != 0 ? 1 : -1;
  }

  private static boolean valid(long flag) {
    return flag >= 0 && flag < MOST;
  }
}

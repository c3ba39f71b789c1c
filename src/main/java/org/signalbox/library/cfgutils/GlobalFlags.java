// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.cfgutils;

import java.util.concurrent.atomic.AtomicLong;
import org.signalbox.script.run.Frame;

/** 32 flags of the whole server, named by masks. Thread-safe. */
final class GlobalFlags {
  private static final long ALL = 0xFFFF_FFFFL;

  private final AtomicLong bits = new AtomicLong();

  void begin(long initial) {
    bits.set(initial & ALL);
  }

  int set(Frame frame, long mask) {
    bits.updateAndGet(old -> (old | mask) & ALL);
    return 1;
  }

  int reset(Frame frame, long mask) {
    bits.updateAndGet(old -> old & ~mask);
    return 1;
  }

  /** Whether all flags of the mask are set. */
  int areSet(Frame frame, long mask) {
    return (bits.get() & mask) == mask ? 1 : -1;
  }
}

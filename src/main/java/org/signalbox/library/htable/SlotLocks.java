// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.htable;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.signalbox.lock.SimpleLock;
import org.signalbox.script.run.Frame;

/**
 * The locks that scripts take by hand, one a slot, so that several keys share one. The run that has
 * a lock may take it again. They keep apart those who ask for them; reading and writing items does
 * not wait for them. Thread-safe.
 */
final class SlotLocks {
  /** Kamailio waits for ever; so long nobody who means well holds a lock. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Slot[] slots;

  private static final class Slot {
    private final SimpleLock lock = new SimpleLock();
    private volatile @Nullable Frame holder;

    /** How often the holder has taken it; touched by the holder only. */
    private int depth;
  }

  SlotLocks(int size) {
    slots = new Slot[size];
    for (int i = 0; i < size; i++) {
      slots[i] = new Slot();
    }
  }

  /** Takes the lock of a slot; false when it was not to be had in time. */
  boolean lock(Frame frame, int index) {
    Slot slot = slots[index];
    if (slot.holder == frame) {
      slot.depth++;
      return true;
    }
    if (!slot.lock.lock(PATIENCE)) {
      return false;
    }
    slot.holder = frame;
    slot.depth = 1;
    return true;
  }

  /** Frees the lock of a slot, whoever has it; once less for the run that has taken it twice. */
  void unlock(Frame frame, int index) {
    Slot slot = slots[index];
    if (slot.holder == frame && --slot.depth > 0) {
      return;
    }
    slot.holder = null;
    slot.lock.release();
  }
}

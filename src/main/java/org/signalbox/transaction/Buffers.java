// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transaction;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.signalbox.sip.OutputBuffer;

/**
 * A few buffers that messages are written into, taken and given back by whichever thread needs one.
 * A ThreadLocal would outlive the deployment in the server's threads.
 */
final class Buffers {

  private static final int SLOTS = 16;
  private static final int LARGEST_KEPT = 64 * 1024;

  private final AtomicReferenceArray<OutputBuffer> slots = new AtomicReferenceArray<>(SLOTS);

  /** An empty buffer for this thread until it is given back. */
  OutputBuffer take() {
    OutputBuffer buffer = slots.getAndSet(slot(), null);
    return buffer == null ? new OutputBuffer() : buffer.clear();
  }

  void giveBack(OutputBuffer buffer) {
    if (buffer.array().length <= LARGEST_KEPT) {
      slots.set(slot(), buffer);
    }
  }

  private static int slot() {
    return (int) Thread.currentThread().getId() & (SLOTS - 1);
  }
}

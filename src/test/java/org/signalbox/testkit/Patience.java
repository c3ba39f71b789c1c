// SPDX-License-Identifier: Apache-2.0
package org.signalbox.testkit;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition that another process makes true; only a broken one uses it up. */
public final class Patience {
  private static final long LIMIT = 90_000_000_000L;
  private static final long GLANCE_MILLIS = 100;

  private Patience() {}

  /** Waits until it holds. */
  public static void until(String what, BooleanSupplier holds) {
    until(what, holds, () -> "");
  }

  /**
   * Waits until it holds.
   *
   * @param state what to say when it never does
   */
  public static void until(String what, BooleanSupplier holds, Supplier<?> state) {
    long deadline = System.nanoTime() + LIMIT;
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("it never came true that " + what + ": " + state.get());
      }
      try {
        Thread.sleep(GLANCE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }
}

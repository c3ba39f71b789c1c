// SPDX-License-Identifier: Apache-2.0
package org.signalbox.timer;

import java.time.Instant;

/** The two clocks of the house; injected, so that a test can hold time in its hand. Thread-safe. */
public interface TimeSource {

  /** Nanoseconds of a monotonic clock with an arbitrary origin; only differences mean something. */
  long nanos();

  /** The wall clock, for display and records only; it may jump. */
  Instant instant();

  /** The clocks of this machine. */
  TimeSource SYSTEM =
      new TimeSource() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public Instant instant() {
          return Instant.now();
        }
      };
}

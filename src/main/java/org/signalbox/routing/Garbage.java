// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;

/**
 * The bytes that an event of the core is about instead of a message: {@code $mb} and {@code $ml}
 * read them.
 *
 * @param bytes nobody changes them; empty when the run is about its message
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Garbage(byte[] bytes) {
  static final StateKey<Garbage> KEY = StateKey.ofRun(() -> new Garbage(new byte[0]));

  /** What this run is about besides its message. */
  public static Garbage of(Frame frame) {
    return frame.state(KEY);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.routing;

import org.jspecify.annotations.Nullable;
import org.signalbox.script.run.Frame;
import org.signalbox.script.run.StateKey;
import org.signalbox.transport.Destination;

/**
 * What {@code onsend_route} knows of the message that is about to leave.
 *
 * @param destination where to and from which socket; null outside that route
 * @param length bytes of the message; 0 outside that route
 */
public record Sending(@Nullable Destination destination, int length) {
  private static final Sending NOTHING = new Sending(null, 0);
  private static final StateKey<Sending> KEY = StateKey.ofRun(() -> NOTHING);

  /** What is about to leave in this run. */
  public static Sending of(Frame frame) {
    return frame.state(KEY);
  }

  /** Says so in a frame. */
  public void in(Frame frame) {
    frame.keep(KEY, this);
  }
}

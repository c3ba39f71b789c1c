// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/**
 * A destination went up or down; its first result counts as a change.
 *
 * @param destination as it is now
 * @param previous the state it left
 * @param result the ping that decided
 */
public record DestinationStateChanged(
    DestinationStatus destination, DestinationState previous, PingResult result)
    implements KeepaliveEvent {

  /** The state it is in now. */
  public DestinationState state() {
    return destination.health().state();
  }
}

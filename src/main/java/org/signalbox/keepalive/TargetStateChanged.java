// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/**
 * One address of a destination went up or down; with {@code each_target} only. Told before the
 * change of the destination's own state that it may have caused.
 *
 * @param destination as it is now
 * @param address {@code proto:ip:port}
 * @param previous the state that the address left
 * @param health the state it is in now, and why
 */
public record TargetStateChanged(
    DestinationStatus destination, String address, DestinationState previous, Health health)
    implements KeepaliveEvent {

  /** The state that the address is in now. */
  public DestinationState state() {
    return health.state();
  }
}

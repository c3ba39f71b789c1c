// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One address of a destination at one moment.
 *
 * @param address {@code proto:ip:port}
 * @param health its own state and why, by the rules of the destination
 * @param roundTrips its latest round trips; null while it has never answered
 * @param history its latest changes of state, oldest first, at most 16
 */
public record TargetStatus(
    String address,
    Health health,
    @Nullable RoundTripSummary roundTrips,
    List<StateChange> history) {}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import org.jspecify.annotations.Nullable;

/** What happens in this room. Published after the table was updated, in order per destination. */
public sealed interface KeepaliveEvent
    permits DestinationAdded,
        DestinationRemoved,
        DestinationsFlushed,
        DestinationStateChanged,
        DestinationAnswered,
        DestinationUpdated,
        PingsPaused,
        TargetStateChanged {

  /** Whom it is about, as it was then; null when it is about all. */
  default @Nullable DestinationStatus destination() {
    return null;
  }
}

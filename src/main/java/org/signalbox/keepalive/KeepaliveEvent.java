// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/** What happens in this room. Published after the table was updated, in order per destination. */
public sealed interface KeepaliveEvent
    permits DestinationAdded,
        DestinationRemoved,
        DestinationsFlushed,
        DestinationStateChanged,
        DestinationAnswered,
        DestinationUpdated,
        PingsPaused {}

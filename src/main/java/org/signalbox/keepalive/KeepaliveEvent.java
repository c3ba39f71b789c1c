// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/** News about one destination. Published after the table was updated, in order per destination. */
public sealed interface KeepaliveEvent
    permits DestinationAdded, DestinationRemoved, DestinationStateChanged, DestinationAnswered {

  /** The destination as it was right after what happened. */
  DestinationStatus destination();
}

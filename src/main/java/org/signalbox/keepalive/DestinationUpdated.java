// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/**
 * An operator changed how a destination is pinged, or its state changed while it is in maintenance:
 * something to show, not something to act upon.
 */
public record DestinationUpdated(DestinationStatus destination) implements KeepaliveEvent {}

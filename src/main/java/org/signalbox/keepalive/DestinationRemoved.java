// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/** A destination is no longer watched; answers still under way are ignored. */
public record DestinationRemoved(DestinationStatus destination) implements KeepaliveEvent {}

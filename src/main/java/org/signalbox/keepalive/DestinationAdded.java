// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/** A destination is watched from now on. */
public record DestinationAdded(DestinationStatus destination) implements KeepaliveEvent {}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/**
 * All destinations were removed at once, instead of a {@link DestinationRemoved} for each.
 *
 * @param count how many they were
 */
public record DestinationsFlushed(int count) implements KeepaliveEvent {}

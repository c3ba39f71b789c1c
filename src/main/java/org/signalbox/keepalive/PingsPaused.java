// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import org.jspecify.annotations.Nullable;

/**
 * All pings were paused, or go on.
 *
 * @param pause null when they go on
 */
public record PingsPaused(@Nullable Pause pause) implements KeepaliveEvent {}

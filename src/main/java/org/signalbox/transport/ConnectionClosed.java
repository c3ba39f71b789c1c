// SPDX-License-Identifier: Apache-2.0
package org.signalbox.transport;

import java.time.Instant;

/**
 * A stream connection has ended and is no longer in the table.
 *
 * @param connection in its last state; steering it has no effect any more
 * @param reason why
 * @param at when, by the wall clock
 */
public record ConnectionClosed(Connection connection, CloseReason reason, Instant at) {}

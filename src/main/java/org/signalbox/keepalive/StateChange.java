// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Instant;

/**
 * One change of state in the history of a destination.
 *
 * @param at when
 * @param previous the state it left
 * @param state the state it entered
 * @param code the final code that decided; 0 where nothing was sent
 * @param why what decided, for operators
 */
public record StateChange(
    Instant at, DestinationState previous, DestinationState state, int code, String why) {}

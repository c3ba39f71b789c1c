// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Instant;

/**
 * A finished ping.
 *
 * @param number which ping of its destination, from 1
 * @param at when it finished
 * @param outcome what came of it
 */
public record PingResult(long number, Instant at, PingOutcome outcome) {}

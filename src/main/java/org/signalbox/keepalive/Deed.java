// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

import java.time.Instant;

/**
 * What an operator has done to a destination last.
 *
 * @param what in a few words
 * @param by who
 * @param at when
 */
public record Deed(String what, String by, Instant at) {}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.keepalive;

/**
 * A ping is finished: an answer came, or it is certain that none will. Published for every ping,
 * after the change of state that it may have caused.
 */
public record DestinationAnswered(DestinationStatus destination, PingResult result)
    implements KeepaliveEvent {}
